#!/bin/bash
set -euo pipefail
echo "starting ${1:?name of the service}"
exec "$@"
