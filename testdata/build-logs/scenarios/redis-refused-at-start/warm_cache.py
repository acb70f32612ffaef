import logging
import time

import redis

logging.basicConfig(level=logging.INFO)
client = redis.Redis(port=6399)
for attempt in range(1, 4):
    logging.info("warming cache, attempt %d of 3", attempt)
    try:
        client.ping()
        break
    except redis.ConnectionError as error:
        logging.warning("redis is not ready: %s", error)
        time.sleep(0.5)
client.set("warm", 1)
