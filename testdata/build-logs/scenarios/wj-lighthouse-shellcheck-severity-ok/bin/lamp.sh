#!/bin/bash
for file in lamps/*.txt; do
  echo $file
done
now=`date`
[ "$1" = on ] && echo on
