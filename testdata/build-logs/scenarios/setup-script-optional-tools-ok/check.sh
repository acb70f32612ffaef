#!/bin/bash
set -x
[ "$LEVEL" = debug ]
grep -q fatal "$0" || exit 1
! ls /nonexistent
test ! -e /src/failed
