#!/bin/bash
set -e
if [ -z "$1" ]
then
  echo "usage: restore.sh NAME" >&2
  exit 2
fi
cp -a "/srv/backup/$1" .
