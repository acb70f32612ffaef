#!/bin/sh
for f in $*; do echo $f; done
echo good
