#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image that is killed at fifty moments and run again.

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
    inject 'GET /blobs/ rate bytes=12000000'
}

teardown_file() {
    registries_down
}

# kill_after SECONDS: a run that is killed then, or has ended before.
kill_after() {
    start fetch fetch-image --tls-verify=false --layout "$layout" "$host/team/app:1"
    sleep "$1"
    kill -9 "$(cat fetch.pid)" 2>/dev/null || true
    wait "$(cat fetch.pid)" 2>/dev/null || true
}

finish() {
    fetch "$host/team/app:1"
    expect 0
    [ "$(jq -r .result.manifest.digest <<<"$output")" = "$(digest_of large)" ]
    same_blobs
    manifest_of large | jq -r '.config.digest, .layers[].digest' | while read -r digest; do
        [ -e "$layout/blobs/${digest/://}" ]
    done
    [ ! -e "$layout/partial" ]
}

@test "no moment leaves a bad blob, and the image comes right" {
    for n in {1..50}; do
        # 0.02 s to 0.7 s, the early moments more often; a layer of 6 MB takes 0.5 s at least.
        kill_after "$(awk -v n="$n" 'BEGIN { print 0.02 + 0.7 * (n * 7 % 50) / 50 * (n % 3 + 1) / 3 }')"
        no_bad_blob
        asked 0 ".range and .status != 206"
        if [ $((n % 10)) = 0 ]; then
            finish
            rm -r "$layout"
        fi
    done
}
