#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image docker-daemon: from Docker's own daemon, in a network namespace of its own, and from Podman's.

load ../lib/helpers

setup() {
    [ "$(id -u)" = 0 ] || skip "needs root, to start a daemon"
    cd "$BATS_TEST_TMPDIR" || exit
    # A socket's path has 107 bytes at most.
    short=$(mktemp -d /tmp/daemon.XXXXXX)
    export DOCKER_HOST=unix://$short/socket
    export layout=$TESTDATA/demo/images
    docker_archive output
}

teardown() {
    stop daemon
    [ -z "${short:-}" ] || rm -rf "$short"
}

# listens: the daemon answers.
listens() {
    curl -sf --unix-socket "$short/socket" http://localhost/version
}

# ask METHOD PATH [OPTION...]
ask() {
    local method=$1 path=$2
    shift 2
    curl -sSf --unix-socket "$short/socket" -X "$method" "http://localhost$path" "$@"
}

# compare NAME: it is what the daemon itself saves, and its config that of the archive.
compare() {
    run_split fetch-image --layout out "docker-daemon:$1"
    expect 0
    validate "$BATS_TEST_TMPDIR/stdout"
    ask GET "/images/$1/get" -o saved.tar
    fetch-image --layout saved docker-archive:saved.tar >saved.json
    diff <(jq -S '.result | .manifest, .config, .layers' stdout) <(jq -S '.result | .manifest, .config, .layers' saved.json)
    [ "$(jq -r .result.config.digest stdout)" = "$(fetch-image --no-layers docker-archive:archive.tar | jq -r .result.config.digest)" ]
    [ -z "$(find out -type f ! -path '*/blobs/sha256/*' ! -name index.json ! -name oci-layout)" ]
    run_split fetch-image docker-daemon:not-there:1
    expect 66 "the daemon says 404: "
}

@test "Docker's daemon" {
    program_or_skip dockerd
    start daemon unshare --net dockerd --data-root "$short/data" --exec-root "$short/run" -H "unix://$short/socket" \
        -p "$short/pid" --bridge=none --iptables=false --ip6tables=false --storage-driver vfs
    wait_for 30 listens || skip "dockerd does not start here: $(tail -n 1 daemon.log)"
    ask POST /images/load -H 'Content-Type: application/x-tar' --data-binary @archive.tar >/dev/null
    compare team/app:1
    id=$(ask GET /images/team/app:1/json | jq -r .Id)
    run_split fetch-image --no-layers "docker-daemon:$id"
    expect 0
    [ "$(jq -r .result.config.digest stdout)" = "$id" ]
}

@test "Podman's socket" {
    program_or_skip podman
    start daemon podman --root "$short/data" --runroot "$short/run" --storage-driver vfs system service --time=0 "$DOCKER_HOST"
    wait_for 30 listens || skip "podman's service does not start here: $(tail -n 1 daemon.log)"
    ask POST /images/load -H 'Content-Type: application/x-tar' --data-binary @archive.tar >/dev/null
    compare docker.io/team/app:1
}
