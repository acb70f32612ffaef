#!/bin/bash
target=$1
[ -n "$target" ] || { echo "fatal: no target given" >&2; exit 2; }
case $target in
staging) echo "deploying to $target" ;;
production) echo "error: production is locked" >&2; exit 3 ;;
*) echo "error: unknown target $target" >&2; exit 1 ;;
esac
