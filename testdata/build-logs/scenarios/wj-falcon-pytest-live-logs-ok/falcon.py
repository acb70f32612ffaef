import logging

log = logging.getLogger("falcon")


class Nest:
    def __init__(self, tries):
        self.tries = tries

    def land(self):
        for n in range(1, self.tries + 2):
            try:
                if n <= self.tries:
                    raise ConnectionError(f"nest did not answer (try {n})")
                log.info("landed at try %d", n)
                return n
            except ConnectionError:
                log.error("landing failed", exc_info=True)
        return None


def prey(name):
    if name not in ("mouse", "vole", "pigeon"):
        log.critical("unknown prey %s", name)
        raise LookupError(name)
    log.warning("%s is out of season", name)
    return len(name)
