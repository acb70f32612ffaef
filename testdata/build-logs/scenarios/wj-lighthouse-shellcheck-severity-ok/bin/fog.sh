#!/bin/sh
cd /var/fog
read line
echo "failed: $line"
