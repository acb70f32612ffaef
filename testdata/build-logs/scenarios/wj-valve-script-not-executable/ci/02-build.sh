#!/bin/sh
mkdir out
for n in $(seq 1 20); do
    echo "   [$n/20] compiling valve$n.def"
    echo "valve $n" > out/valve$n.bin
done
echo "   warning: valve13.def: deprecated field 'failsafe'"
