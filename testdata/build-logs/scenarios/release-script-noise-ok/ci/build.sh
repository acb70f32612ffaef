#!/bin/bash
set -euo pipefail
echo "### build"
git rev-parse --short HEAD 2>&1 || echo "not a checkout, using build number"
for module in auth billing catalog cart checkout email export import invoices jobs media orders payments prices queue reports search sessions stock taxes users webhooks; do
    echo "[$module] compiling"
    mkdir -p /tmp/out/$module
    for n in 1 2 3; do echo "[$module]   part $n of 3"; done
    echo "$module" > /tmp/out/$module/$module.bin
done
rm /tmp/out/old/*.bin || true
command -v upx || echo "upx not found, binaries are not compressed"
echo "### build finished: $(ls /tmp/out | wc -l) modules"
