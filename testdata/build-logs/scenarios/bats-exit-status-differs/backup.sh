#!/bin/sh
[ -d "$1" ] || { echo "no folder $1" >&2; exit 1; }
