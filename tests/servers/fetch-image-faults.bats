#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image and answers that fail, break off or lie: the right image, or the right error and no bad blob.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up --proxy
    push small team/app:1
}

setup() {
    new_layout
    config=$(manifest_of small | jq -r .config.digest)
    layer=$(manifest_of small | jq -r '.layers[0].digest')
}

teardown_file() {
    registries_down
}

# comes_right FAULT...: with these faults the image is what skopeo copies without them.
comes_right() {
    rm -rf "$layout"
    inject "$@"
    fetch "$host/team/app:1"
    expect 0
    same_blobs
    [ "$(jq -r .result.manifest.digest <<<"$output")" = "$(digest_of small)" ]
}

# fails STATUS REGEX FAULT...
fails() {
    rm -rf "$layout"
    inject "${@:3}"
    fetch "$host/team/app:1"
    expect "$1" "$2"
    no_image
}

@test "what passes: 408, 429, 500, 502, 503 and 504 once each time" {
    for code in 408 429 500 502 503 504; do
        comes_right "GET . status code=$code Retry-After=0 times=1"
        asked 4 ".status == $code"
        asked 4 '.status == 200'
    done
}

@test "Retry-After: a date that is over, none, and what is neither" {
    for value in 'Wed, 21 Oct 2015 07:28:00 GMT' '' 454.813µs -1 0x7; do
        comes_right "GET /blobs/$layer status code=429 'Retry-After=$value' total=1"
        asked 1 '.status == 429'
    done
}

@test "what does not pass: 503 for ever, a wait of an hour, nobody there" {
    fails 75 "after [0-9]+ tries.*503.*token=" 'GET . status code=503 Retry-After=0 message=token=sup3rs3cret1'
    run ! grep -q sup3rs3cret1 "$BATS_TEST_TMPDIR/stderr"
    [ "$(requests '.status == 503')" -ge 2 ]
    fails 75 'too many requests.*slow down' 'GET . status code=429 Retry-After=3600 "message=slow down"'
    asked 1 true
    host=127.0.0.1:1 fails 75 connect ''
}

@test "what is never tried again: 400, 404, 405, 410" {
    for code in 400 405 410; do
        fails 76 "$code.*as told" "GET /manifests/ status code=$code"
        asked 1 '.target | test("manifests")'
    done
    fails 66 'not found.*as told' "GET /manifests/ status code=404"
    asked 1 '.target | test("manifests")'
}

@test "a config and a layer that break off: closed, reset, no answer at all" {
    for blob in "$config" "$layer"; do
        comes_right "GET /$blob cut bytes=10 times=1"
        comes_right "GET /$blob reset bytes=10 times=1"
        comes_right "GET /$blob drop times=1"
        asked 2 ".target | endswith(\"$blob\")"
    done
    comes_right 'GET . drop times=1'
}

@test "a layer that never comes is asked for some times, and the run ends in time" {
    SECONDS=0
    fails 75 'after [0-9]+ tries' "GET /$layer cut bytes=0"
    [ "$(requests ".target | endswith(\"$layer\")")" -ge 2 ]
    [ $SECONDS -lt 60 ]
}

@test "wrong bytes and too many: refused at once" {
    for fault in flip 'extend bytes=1'; do
        for blob in "$config" "$layer"; do
            fails 76 "$blob.*(digest|bytes)" "GET /$blob $fault"
            asked 1 ".target | endswith(\"$blob\")"
        done
    done
}

@test "too few, though the length says that this is all: never the image" {
    for blob in "$config" "$layer"; do
        rm -rf "$layout"
        inject "GET /$blob truncate bytes=1"
        fetch "$host/team/app:1"
        [ "$status" = 75 ] || [ "$status" = 76 ]
        expect "$status" "$blob"
        no_image
    done
}

@test "a body in chunks, of HTTP/1.0 without a length, with other headers" {
    comes_right 'GET . chunked'
    comes_right 'GET . http10'
    comes_right 'GET /blobs/ header "Content-Type=text/html; charset=utf-8" Docker-Content-Digest= ETag= Accept-Ranges=none'
    comes_right 'GET . header Docker-Content-Digest= Docker-Distribution-Api-Version= "Content-Type={}; charset=utf-8"'
}

@test "gzip around a blob that nobody asked for: refused, as its digest is that of the bytes as they lie there" {
    for blob in "$config" "$layer"; do
        fails 76 "$blob" "GET /$blob gzip"
    done
}

@test "one that is slow, each request 20 ms late" {
    comes_right "GET . delay seconds=0.02" "GET /$layer rate bytes=100000"
}
