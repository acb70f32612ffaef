import logging
import time

log = logging.getLogger("queue")


def ask(worker, seconds=0.3):
    log.info("asking %s", worker)
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if worker != "w7":
            log.info("%s answered", worker)
            return "done"
        log.warning("%s is not ready", worker)
        time.sleep(0.1)
    raise TimeoutError(f"{worker} did not answer within {seconds} s")
