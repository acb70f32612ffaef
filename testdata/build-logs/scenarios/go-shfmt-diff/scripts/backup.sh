#!/bin/bash
set -e
for f in "$@"; do
    cp -a "$f" "/srv/backup/$(basename "$f")"
done
