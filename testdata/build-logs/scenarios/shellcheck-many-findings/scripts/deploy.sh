#!/bin/sh
cd $1
for f in `ls *.txt`; do
    cat $f | grep error
    [ $f == "fatal.txt" ] && rm -rf $TARGET/$f
done
echo "done: $?"
