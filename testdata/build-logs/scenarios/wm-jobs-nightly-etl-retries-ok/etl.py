import logging
import random
import socket
import sys

logging.basicConfig(format="2026-11-30 02:14:07 %(levelname)-8s %(name)s %(message)s", level=logging.DEBUG, stream=sys.stdout)
source = sys.argv[1]
log = logging.getLogger("etl." + source)
logging.Formatter.default_msec_format = None
random.seed(source)


def fetch():
    for attempt in range(1, 4):
        try:
            if source == "partners":
                socket.create_connection(("127.0.0.1", 9), timeout=0.2)
            return [random.choice(["ok", "ok", "ok", "ok", "bad date"]) for _ in range(60)]
        except OSError as error:
            log.warning("attempt %d of 3: connection failed: %s", attempt, error)
    log.error("giving up on %s, yesterday's extract is used", source, exc_info=source == "partners2")
    return []


rows = fetch()
for number, row in enumerate(rows):
    if row != "ok":
        log.error("row %d rejected: %s", number, row)
    elif number % 10 == 0:
        log.debug("row %d of %d", number, len(rows))
log.info("%d rows read, %d rejected (limit 50 %%)", len(rows), sum(r != "ok" for r in rows))
