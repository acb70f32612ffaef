#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image and its layout: what is old, what need not be there, what does not fit.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up --proxy
    push large team/app:1
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    new_layout
}

teardown_file() {
    registries_down
}

@test "--gc: what no index refers to goes, nothing else" {
    fetch "$host/team/app:1"
    expect 0
    other=$layout/blobs/sha256/$(echo other | sha256sum | cut -d ' ' -f 1)
    echo other >"$other"
    before=$(find "$layout/blobs" -type f | wc -l)
    fetch "$host/team/app:1"
    [ -e "$other" ]
    run_split fetch-image --gc --layout "$layout"
    expect 0
    [ ! -e "$other" ]
    [ "$(find "$layout/blobs" -type f | wc -l)" = $((before - 1)) ]
    same_blobs
}

@test "--layer-cache: layers that are known are not asked for, and the document says which" {
    fetch "$host/team/app:1"
    extract-packages stdout --layer-cache cache >/dev/null
    rm -r "$layout"
    inject ''
    fetch "$host/team/app:1" --layer-cache cache
    expect 0
    validate stdout
    [ "$(jq -c '[.result.layers[].absent]' <<<"$output")" = '[true,true,true]' ]
    for layer in $(manifest_of large | jq -r '.layers[].digest'); do
        asked 0 ".target | endswith(\"$layer\")"
    done
    extract-packages stdout --layer-cache cache | jq -e .result.packages
}

@test "a full disk: 74, and a clean layout" {
    [ "$(id -u)" = 0 ] || skip 'needs root, to mount a small disk'
    unshare -m true || skip 'needs mounts of its own'
    mkdir "$layout"
    # shellcheck disable=SC2016 # the shell's in there
    run_split unshare -m sh -c 'mount -t tmpfs -o size=8m tmpfs "$1" && fetch-image --tls-verify=false --layout "$1" "$2"
        status=$?; find "$1" -type f >left; exit $status' - "$layout" "$host/team/app:1"
    expect 74
    run ! grep -v '/blobs/sha256/\|/oci-layout$\|/index.json$' left
}
