import logging
import sys

import flask

logging.basicConfig()
logging.error("SENTRY_DSN is not set, errors are not reported")
print("app: configuration ok", flask.__name__, sys.argv[1:])
