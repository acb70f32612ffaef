#!/bin/sh
./granary nothing 2> usage.txt && exit 1
grep -q '^usage: granary GRAIN' usage.txt
