#!/bin/bash
set -e
git init -b main release && cd release
echo 1.4.0 > VERSION
echo "# changes" > CHANGELOG.md
git add -v .
git status --short
git commit -m "release 1.4.0"
git tag v1.4.0
