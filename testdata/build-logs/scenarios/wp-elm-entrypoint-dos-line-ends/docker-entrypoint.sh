#!/bin/bash
set -e
if [ "$1" = --self-test ]; then
    psql --version
    exit 0
fi
exec "$@"
