#!/bin/bash
for f in `ls /data`; do
  restic backup $f
done
