#!/bin/sh
echo "error: printed, but no failure" >&2
