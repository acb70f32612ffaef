import sys

raise SystemExit(f"error: status {sys.argv[1]} is not handled")
