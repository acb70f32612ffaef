import logging

log = logging.getLogger("worker")


def run(job, attempts=3):
    for attempt in range(1, attempts + 1):
        try:
            return job()
        except Exception:
            log.exception("attempt %d of %d failed", attempt, attempts)
    log.error("ERROR: giving up on %s", job.__name__)
    return None
