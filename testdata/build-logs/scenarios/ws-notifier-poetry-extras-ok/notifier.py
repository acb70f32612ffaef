import logging
import urllib.request
def send(url):
    for attempt in (1, 2, 3):
        try:
            return urllib.request.urlopen(url, timeout=1)
        except OSError as error:
            logging.error("attempt %d failed: %s", attempt, error)
    return None
