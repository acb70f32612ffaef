#!/bin/bash
set -uo pipefail
echo "### verify"
cd /tmp && mkdir verify && tar -xzf release.tar.gz -C verify
missing=0
for module in auth billing catalog cart legacy; do
    if [ -e "verify/$module/$module.bin" ]; then
        echo "ok: $module"
    else
        echo "ERROR: $module is missing from the package (allowed: deprecated)" >&2
        missing=$((missing + 1))
    fi
done
echo "$missing missing, 1 allowed"
[ $missing -le 1 ]
