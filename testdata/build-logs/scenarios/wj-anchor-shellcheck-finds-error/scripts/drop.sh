#!/bin/sh
set -eu
echo "dropping at $1"
