#!/bin/bash
set -euo pipefail
. ./functions.sh
prefix=/usr/local
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) prefix=$2; shift 2 ;;
        *) log error "unknown option $1"; exit 2 ;;
    esac
done
log info "installing to $prefix"
for dir in bin lib etc; do
    if [ -d "$prefix/$dir" ]; then
        log info "$dir is there"
    else
        install -d "$prefix/$dir"
        log info "made $dir"
done
log info "0 errors"
