if [ -n "$DEBUG" ]; then set -x; fi
