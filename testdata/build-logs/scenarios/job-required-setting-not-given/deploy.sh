#!/bin/bash
set -euo pipefail
log() { echo "[deploy] $*"; }
log "target: ${TARGET:=staging}"
log "version: $(cat VERSION)"
for tool in tar gzip sha256sum ssh; do
    command -v "$tool" >/dev/null && log "$tool: ok" || log "$tool: missing (optional)"
done
tar -czf /tmp/app.tar.gz app
log "archive: $(stat -c %s /tmp/app.tar.gz | wc -c) digits of bytes"
log "uploading to ${DEPLOY_HOST:?is not set, see the settings of the project}"
