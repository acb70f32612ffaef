#!/bin/sh
set -e
mkdir -p "$2"
cp -r assets/. "$2"
