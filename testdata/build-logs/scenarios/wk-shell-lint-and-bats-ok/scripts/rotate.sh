#!/bin/bash
dir=${1:?usage: rotate.sh DIR}
for f in $dir/*.log; do
  mv "$f" "$f.1"
done
