#!/bin/sh
for tool in git tar make; do
    printf 'checking for %s... ' $tool
    command -v $tool >/dev/null && echo yes || { echo no; exit 1; }
done
