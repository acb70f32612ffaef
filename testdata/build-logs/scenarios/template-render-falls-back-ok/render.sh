#!/bin/sh
set -e
. ./overrides/$1.env
sed "s/^log_level=.*/log_level=$LOG_LEVEL/" defaults.conf
