import sys
import warnings

warnings.warn("error handler is the default one")
print("ERROR_PAGES=", len(sys.argv))
