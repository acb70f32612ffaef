#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image that is killed at fifty moments and run again; and, while that lasts, registries that fall silent.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up -n silent --proxy
    push large team/app:1
    push small team/late:1
    inject "GET /$(manifest_of large | jq -r '.layers[1].digest') stall bytes=2500000 total=1" \
        'GET /team/late/manifests/ delay seconds=3600 total=1'
    fetch_behind app
    fetch_behind late
    registry_up -n killed --proxy
    push large team/app:1
}

# fetch_behind NAME: team/NAME:1 in the background, for a test to come; bats would wait for descriptor 3.
fetch_behind() {
    fetch-image --tls-verify=false --layout "$BATS_FILE_TMPDIR/$1" "$host/team/$1:1" -o "$BATS_FILE_TMPDIR/$1.json" \
        >"$BATS_FILE_TMPDIR/$1.log" 2>&1 3>&- &
}

# came NAME IMAGE: what was begun so has come right.
came() {
    layout=$BATS_FILE_TMPDIR/$1
    wait_for 150 test -s "$layout.json" || { cat "$layout.log" >&2; return 1; }
    [ "$(jq -r .result.manifest.digest "$layout.json")" = "$(digest_of "$2")" ]
    same_blobs
}

# minute_between FILTER FILTER: between the first such request and the last of the other kind.
minute_between() {
    jq -es "(map(select($2))[-1].time - map(select($1))[0].time) | . > 55 and . < 120" "$registry/requests"
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    use killed
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

# at_most_twice BYTES: no more of any blob was sent in addition to its size.
at_most_twice() {
    bodies_ended
    manifest_of large | jq -c '.config, .layers[]' | while read -r blob; do
        jq -es --argjson blob "$blob" --argjson most "$1" \
            'map(select(.target | endswith($blob.digest)).sent) | add <= $blob.size + $most' "$registry/bodies" || {
            jq -c . "$registry/bodies" >&2
            return 1
        }
    done
}

@test "no moment leaves a bad blob; then the image comes right, and a chunk of each blob twice at most" {
    resumed=0
    for n in {1..50}; do
        new_layout
        # A layer of 6 MB takes a second; the second run is not slowed down.
        inject 'GET /blobs/ rate bytes=6000000 total=4'
        kill_after "$(awk -v n="$n" 'BEGIN { print 0.02 + 1.1 * (n * 7 % 50) / 50 }')"
        no_bad_blob
        finish
        asked 0 '.range and .status != 206'
        # What is on its way: STREAM_PIECE (256 KiB) and a quarter in the program, 64 KiB and one of the
        # proxy's pieces in sockets, however busy the machine is.
        at_most_twice 524288
        resumed=$((resumed + $(requests '.range')))
    done
    [ $resumed -ge 30 ]
}

@test "a layer that stops coming for a minute is gone on with" {
    use silent
    came app large
    asked 1 '.fault == "stall"'
    asked 1 '.range == "bytes=2500000-" and .status == 206'
    minute_between '.fault == "stall"' '.range'
}

@test "a registry that does not answer for a minute is asked again" {
    use silent
    came late small
    # What is never answered is not recorded; both runs began at the same time.
    asked 1 '.target | test("/late/manifests/")'
    minute_between '.target | test("/app/manifests/")' '.target | test("/late/manifests/")'
}
