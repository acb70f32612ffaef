#!/bin/bash
set -eu
pid=$(cat run.pid) || { echo "error: not running" >&2; exit 0; }
kill "$pid"
