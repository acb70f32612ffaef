import os, sys
import structlog
from tenacity import retry, stop_after_attempt

log = structlog.get_logger()

@retry(stop=stop_after_attempt(3), reraise=True)
def fetch(port):
    import socket
    try:
        socket.create_connection(("127.0.0.1", port), 1)
    except OSError as error:
        log.error("fetch failed", error=str(error), exc_info=True)
        raise

if __name__ == "__main__":
    if "--selftest" in sys.argv:
        print("ERROR: selftest: no broker", file=sys.stderr)
        sys.exit(4)
