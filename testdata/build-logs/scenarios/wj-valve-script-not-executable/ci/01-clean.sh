#!/bin/sh
rm -rf out build
ls | sed 's/^/   kept /'
