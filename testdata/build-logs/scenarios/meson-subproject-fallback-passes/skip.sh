#!/bin/sh
echo "error: no hardware"
exit 77
