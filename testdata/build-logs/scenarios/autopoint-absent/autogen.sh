#!/bin/sh -e
autopoint --force
libtoolize --copy
autoreconf -fi
