#!/bin/sh
echo "error: known bug 17"; exit 1
