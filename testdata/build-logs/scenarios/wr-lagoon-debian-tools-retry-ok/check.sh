#!/bin/sh
failed=0
for tool in psql redis-cli jq envsubst pgrep kubectl; do
    command -v "$tool" || { echo "ERROR: $tool: not found" >&2; failed=$((failed + 1)); }
done
[ $failed -le 1 ] || exit 1
echo '{"a": }' | jq . || echo "jq finds the error"
echo "checks done, $failed failed, 1 allowed"
