#!/bin/sh
echo "error: bug 17: expected 4, got 5"
exit 1
