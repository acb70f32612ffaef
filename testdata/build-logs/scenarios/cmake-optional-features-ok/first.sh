#!/bin/sh
test -e /tmp/seen || {
    touch /tmp/seen
    echo "Error: not ready"
    exit 1
}
