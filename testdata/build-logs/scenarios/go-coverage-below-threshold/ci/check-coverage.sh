#!/bin/sh
total=$(go tool cover -func="$1" | awk '/^total:/ { sub(/%/, "", $3); print $3 }')
awk -v total="$total" -v wanted="$2" 'BEGIN { exit !(total + 0 < wanted + 0) }' || { echo "coverage $total% is fine"; exit 0; }
echo "coverage of $total% is below the threshold of $2%" >&2
exit 1
