#!/bin/sh
cp $1 /usr/local/bin/
[ -n $2 ] && echo $2
