import sys

import core

if "--fail" in sys.argv:
    raise SystemExit("app: error: --fail is reserved for tests")
print("app", core.answer())
