#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image: many blobs at once, what is not asked for, all platforms, what is too large, for how long.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up --proxy
    push large team/app:1
    push small team/app:small
    push many team/many:1
    push sixty team/sixty:1
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    new_layout
}

teardown_file() {
    registries_down
}

# most_at_once: how many bodies of layers were under way at one time.
most_at_once() {
    jq -s --slurpfile asked "$registry/requests" '
        ($asked | map({key: (.id | tostring), value: .time}) | from_entries) as $begin
        | map(select((.target | test("/blobs/")) and .sent > 0))
        | map({at: $begin[.id | tostring], by: 1}, {at: .time, by: -1}) | sort_by(.at, .by)
        | reduce .[] as $e ({now: 0, most: 0}; .now += $e.by | .most = ([.most, .now] | max)) | .most' "$registry/bodies"
}

@test "several blobs at once, as many as --jobs says" {
    for jobs in 1 3; do
        new_layout
        inject 'GET /blobs/ rate bytes=6000000'
        fetch "$host/team/app:1" --jobs $jobs
        expect 0
        [ "$(most_at_once)" = $jobs ]
        same_as_skopeo "$host/team/app:1"
    done
}

@test "--jobs 1: small ones too are fetched one after another" {
    fetch "$host/team/sixty:1" --jobs 1
    expect 0
    [ "$(most_at_once)" = 1 ]
}

@test "what one is told, that it asks too often, holds for all" {
    inject 'GET /blobs/ delay seconds=0.3' 'GET /blobs/ status code=429 Retry-After=2 after=6 total=1'
    fetch "$host/team/sixty:1" --jobs 2
    expect 0
    # What was under way then is answered; nobody asks before the two seconds are over.
    jq -es '(map(select(.status == 429))[0].time) as $told | map(select(.time > $told + 0.6 and .time < $told + 1.9)) == []' \
        "$registry/requests"
}

@test "one that fails ends all, and nothing bad stays" {
    inject "GET /$(manifest_of large | jq -r '.layers[2].digest') flip" 'GET /blobs/ rate bytes=6000000'
    fetch "$host/team/app:1" --jobs 3
    expect 76 digest
    no_image
}

@test "sixty small layers, each request 20 ms late: eight at once and eight beside" {
    inject '* . delay seconds=0.02' 'GET /blobs/ rate bytes=1000'
    fetch "$host/team/sixty:1" --jobs 8
    expect 0
    most=$(most_at_once)
    [ "$most" -gt 8 ]
    [ "$most" -le 16 ]
    asked 61 '.method == "GET" and .status == 200 and (.target | test("/blobs/"))'
    same_as_skopeo "$host/team/sixty:1"
}

@test "what is in the layout is not asked for, of another image neither" {
    fetch "$host/team/app:1"
    expect 0
    inject ''
    fetch "$host/team/app:1"
    expect 0
    asked 1 true
    # Nor are the manifest and the config that an index leads to.
    fetch "$host/team/many:1"
    expect 0
    cp stdout first.json
    inject ''
    fetch "$host/team/many:1"
    expect 0
    asked 1 true
    diff <(jq -S .result first.json) <(jq -S .result stdout)
    # A damaged config is of no use.
    config=$layout/blobs/$(jq -r .result.config.digest stdout | tr : /)
    chmod u+w "$config"
    sed -i y/a/b/ "$config"
    fetch "$host/team/many:1"
    expect 0
    asked 1 '.target | test("/blobs/")'
    diff <(jq -S .result first.json) <(jq -S .result stdout)
    rm "$config"
    # A torn one is found and fetched again.
    blob=$layout/blobs/$(manifest_of large | jq -r '.layers[0].digest' | tr : /)
    chmod u+w "$blob"
    truncate -s 1000 "$blob"
    fetch "$host/team/app:1"
    expect 0
    same_blobs
}

@test "--all-platforms: the index as it is, all images, no attestation lost" {
    fetch "$host/team/many:1" --all-platforms
    expect 0
    validate stdout
    [ "$(jq -r '.manifests[0].digest' "$layout/index.json")" = "$(digest_of many)" ]
    same_blobs
    manifest_of many | jq -r '.manifests[] | select(.platform.os == "linux").digest' | while read -r digest; do
        [ -e "$layout/blobs/${digest/://}" ]
        jq -r '.layers[].digest' "$layout/blobs/${digest/://}" | while read -r layer; do
            [ -e "$layout/blobs/${layer/://}" ]
        done
    done
}

@test "--max-size: refused before the first byte of a layer" {
    fetch "$host/team/app:1" --max-size 1000000
    [ "$status" != 0 ]
    expect "$status" 'larger|too large|1000000'
    for layer in $(manifest_of large | jq -r '.layers[].digest'); do
        asked 0 ".target | endswith(\"$layer\")"
    done
    no_image
    fetch "$host/team/app:1" --max-size 20000000
    expect 0
}

@test "--retry-time: no longer than that, and then 75" {
    inject 'GET /manifests/ status code=503'
    SECONDS=0
    fetch "$host/team/app:1" --retry-time 1
    expect 75 '503'
    [ $SECONDS -lt 20 ]
    inject 'GET /manifests/ status code=503'
    fetch "$host/team/app:1" --retry-time 0
    expect 75
    asked 1 '.target | test("manifests")'
}

@test "--verbose tells how far it is; without it nothing is said" {
    fetch "$host/team/app:small"
    [ -z "$stderr" ]
    rm -r "$layout"
    inject "GET /blobs/ rate bytes=20000"
    fetch "$host/team/app:small" --verbose
    [ "$status" = 0 ]
    [ -n "$stderr" ]
    run ! grep -q $'\r' stderr
}
