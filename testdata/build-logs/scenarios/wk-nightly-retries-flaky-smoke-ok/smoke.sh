#!/bin/bash
n=$(cat /tmp/n 2>/dev/null || echo 0)
echo $((n + 1)) > /tmp/n
if [ "$n" -lt 2 ]; then
  echo "curl: (7) Failed to connect to 127.0.0.1 port 8080: Connection refused" >&2
  echo "FAIL: GET /health" >&2
  exit 1
fi
echo "PASS: GET /health 200"
echo "PASS: GET /version 200"
