#!/bin/bash
set -euo pipefail
mkdir -p /dist
for target in linux/amd64 linux/arm64 darwin/arm64 plan9/vax windows/amd64; do
    os=${target%/*} arch=${target#*/}
    echo "== $target"
    if ! GOOS=$os GOARCH=$arch CGO_ENABLED=0 go build -o "/dist/sdk-$os-$arch" . ; then
        echo "== $target is not supported, skipped"
    fi
done
[ "$(ls /dist | wc -l)" -ge 4 ]
