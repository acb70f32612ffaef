#!/bin/sh
echo "error: resize is not implemented"
exit 1
