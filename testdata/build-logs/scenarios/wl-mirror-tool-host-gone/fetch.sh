#!/bin/bash
# fetch.sh URL FILE: three tries
set -u
for try in 1 2 3; do
    echo "try $try: $1"
    curl -fsSL --connect-timeout 10 -o "$2" "$1" && exit 0
    sleep "$try"
done
echo "giving up on $1" >&2
exit 1
