#!/bin/sh
if [ -z "$1" ]
then
    echo "usage: $0 FILE" >&2 ; exit 1
fi
