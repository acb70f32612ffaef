# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For bats files that need a real Ceph, after helpers: one node of the shared inputs' scripts, for the file.
#   setup_file() { ceph_up_or_skip; }    setup() { ceph_use; }    teardown_file() { ceph_down; }
# ceph_use exports AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; the bucket `lab` is there.

# free_port: one that nobody listens at now, below those that the system gives to whoever asks for any: a gateway that
# is killed and started again finds it free.
free_port() {
    python3 - <<'PYTHON'
import random, socket
while True:
    s, port = socket.socket(), random.randrange(10000, 20000)
    try:
        s.bind(("127.0.0.1", port))
    except OSError:
        continue
    print(port)
    break
PYTHON
}

# ceph_up_or_skip [VARIABLE=VALUE...]: with these settings of ceph-up; the tests are skipped where it cannot be.
ceph_up_or_skip() {
    if [ ! -e "$SHARED/servers/ceph-up" ]; then
        skip_all 'needs the shared inputs: servers/ceph-up (BUILD_ANALYSIS_SHARED)'
        return
    fi
    if ! command -v radosgw >/dev/null && [ "$(id -u)" != 0 ]; then
        skip_all 'needs the package radosgw'
        return
    fi
    # Its sockets' names must be short.
    CEPH_RUN=$(mktemp -d /tmp/ceph.XXXXXX)
    export CEPH_RUN CEPH_STORE=memstore CEPH_SIZE=$((1 << 30))
    RGW_PORT=$(free_port) MON_PORT=$(free_port)
    # A hundred ports from here on are the daemon's to choose from.
    export RGW_PORT MON_PORT OSD_PORT_MIN=$((20000 + RANDOM % 10000))
    env "$@" "$SHARED/servers/ceph-up" >"$CEPH_RUN.out" 2>&1 3>&- 4>&- || { cat "$CEPH_RUN.out" >&2; return 1; }
    ceph_use
    s3 PUT lab
}

# ceph_setting NAME: as ceph-up printed it.
ceph_setting() {
    sed -n "s/^$1=//p" "$CEPH_RUN.out"
}

# helpers.bash forgets these before each test.
ceph_use() {
    skip_if_all
    AWS_ENDPOINT_URL=$(ceph_setting ENDPOINT)
    AWS_ACCESS_KEY_ID=$(ceph_setting ACCESS_KEY)
    AWS_SECRET_ACCESS_KEY=$(ceph_setting SECRET_KEY)
    export AWS_ENDPOINT_URL AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
}

ceph_down() {
    [ -n "${CEPH_RUN:-}" ] || return 0
    "$SHARED/servers/ceph-down" --wipe >/dev/null 2>&1 || true
    rm -rf "$CEPH_RUN" "$CEPH_RUN".*
}

# s3 METHOD BUCKET[/KEY] [OPTION...]: by curl, which signs as we do and is not libs3.
s3() {
    curl -sSf --noproxy '*' --aws-sigv4 aws:amz:us-east-1:s3 --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \
        -H 'x-amz-content-sha256: UNSIGNED-PAYLOAD' -X "$1" "$AWS_ENDPOINT_URL/$2" "${@:3}"
}

# keys [PREFIX]: of the bucket's objects, one a line; a thousand at most.
keys() {
    local list
    list=$(s3 GET "lab?prefix=${1//\//%2F}") || return
    grep -o '<Key>[^<]*' <<<"$list" | cut -c6- || true
}
