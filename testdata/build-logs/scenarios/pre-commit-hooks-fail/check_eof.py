import sys

bad = [name for name in sys.argv[1:] if not open(name).read().endswith("\n")]
if bad:
    sys.exit(f"no newline at the end: {bad}")
