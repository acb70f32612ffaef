import logging
import threading
import time

import bottle
import requests

logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
log = logging.getLogger("service")
app = bottle.Bottle()


@app.get("/broken")
def broken():
    raise RuntimeError("intended failure of the error handler test")


@app.get("/health")
def health():
    return {"status": "ok"}


threading.Thread(target=app.run, kwargs={"port": 8253, "quiet": False}, daemon=True).start()
for try_ in range(30):
    try:
        log.info("health: %s", requests.get("http://127.0.0.1:8253/health", timeout=2).json())
        break
    except requests.ConnectionError as error:
        log.error("service is not up yet: %s", error)
        time.sleep(1)
log.info("broken: HTTP %d", requests.get("http://127.0.0.1:8253/broken", timeout=2).status_code)
log.info("smoke test passed")
