#!/bin/bash
set -euo pipefail
echo "stamping index"
echo "branch: ${BRANCH_NAME:-detached}"
echo "version: $RELEASE_VERSION" >> INDEX
echo "stamped"
