#!/bin/sh
set -e
tag=$1
echo "releasing $tag"
version=${tag:1}
echo "$version" > VERSION
