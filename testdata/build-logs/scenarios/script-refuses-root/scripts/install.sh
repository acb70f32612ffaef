#!/bin/sh
set -eu
prefix=/usr/local
[ "${1:-}" = --prefix ] && prefix=$2
echo "installing into $prefix"
if [ "$(id -u)" = 0 ]; then
    echo "Error: running as root is not supported; create a user for the service and run this script as that user." >&2
    exit 1
fi
install -d "$prefix"
