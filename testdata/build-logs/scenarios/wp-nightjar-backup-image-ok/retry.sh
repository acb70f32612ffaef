#!/bin/bash
max=$1; shift
for i in $(seq $max); do
  "$@" && exit 0
  echo "attempt $i of $max failed, retrying"
done
exit 1
