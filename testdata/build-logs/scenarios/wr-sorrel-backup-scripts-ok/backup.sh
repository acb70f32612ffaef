#!/bin/sh
from=$1; to=$2
for f in `ls $from`; do echo "- $f"; done
mkdir -p $to
rsync -a $from/ $to/ || { echo "ERROR: rsync failed with $?" >&2; exit 23; }
echo "backup of $from done"
