#!/bin/sh
chain=3
if [ $chain > 2 ]; then
    echo "hoist"
fi
if [[ -n "$1" ]]; then
    echo "$1"
fi
