import sys
sys.exit("CommandError: no STATIC_ROOT is set")
