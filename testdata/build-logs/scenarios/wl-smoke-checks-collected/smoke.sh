#!/bin/sh
# every check is run, the sum decides
failed=0
check() {
    name=$1; shift
    if out=$("$@" 2>&1); then
        printf 'PASS  %s\n' "$name"
    else
        printf 'FAIL  %s\n' "$name"
        printf '%s\n' "$out" | sed 's/^/      /'
        failed=$((failed + 1))
    fi
}
echo "smoke: $(date -u +%Y) $(jq --version)"
check "config is JSON" jq -e . /etc/smoke/app.json
check "workers are given" jq -e '.workers > 0' /etc/smoke/app.json
check "two upstreams" jq -e '.upstream | length == 2' /etc/smoke/app.json
check "certificate configured" jq -e '.tls.certificate' /etc/smoke/app.json
check "openssl can digest" sh -c 'echo x | openssl dgst -sha256'
check "quota is set" grep -q '^quota=' /etc/smoke/limits.conf
check "bc computes" sh -c '[ "$(echo 2^10 | bc)" = 1024 ]'
echo "smoke: $failed of 7 checks failed"
[ "$failed" = 0 ]
