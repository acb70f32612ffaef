#!/bin/bash
set -euo pipefail
for f in "$1"/*.txt; do
    title=$(sed -n 's/^title: //p' "$f")
    minutes=$(sed -n 's/^minutes: //p' "$f")
    printf '%-10s %4d min\n' "$title" "$minutes" | tee -a INDEX
done
echo "$(wc -l <INDEX) recipes"
