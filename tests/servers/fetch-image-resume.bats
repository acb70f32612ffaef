#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image goes on where it was cut: in a run, after a kill, beside another run.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up -n open --proxy
    push large team/app:1
    registry_up -n token --proxy --token
    push large team/app:1
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    use open
    new_layout
    layer=$(manifest_of large | jq -r '.layers[1].digest')
    size=$(manifest_of large | jq '.layers[1].size')
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
    [ "$(jq -r .result.manifest.digest <<<"$output")" = "$(digest_of large)" ]
}

# twice_at_most BYTES: no more than this of the layer came twice.
twice_at_most() {
    bodies_ended
    [ "$(of_layer 'map(.sent) | add')" -le $((size + $1)) ]
}

# of_layer FILTER: of the bodies of the one layer.
of_layer() {
    jq -s --arg d "$layer" "map(select(.target | endswith(\$d))) | $1" "$registry/bodies"
}

@test "a layer that is closed after 2.5 MB, each time: three requests, nothing twice" {
    comes_right "GET /$layer cut bytes=2500000"
    asked 3 ".target | endswith(\"$layer\")"
    asked 2 '.range and .status == 206'
    twice_at_most 0
}

@test "one that is reset, each time: what was on its way is lost, and asked for again" {
    comes_right "GET /$layer reset bytes=2500000"
    [ "$(requests '.range and .status == 206')" -ge 2 ]
}

@test "the Range that is asked for begins where bytes ended" {
    comes_right "GET /$layer cut bytes=2500000 total=1"
    asked 1 '.range == "bytes=2500000-" and .status == 206'
}

@test "a Range that is ignored, refused, or answered with another one" {
    comes_right "GET /$layer cut bytes=2500000 total=1" "GET /$layer ignore-range"
    comes_right "GET /$layer cut bytes=2500000 total=1" "GET /$layer status code=416 header=Range"
    comes_right "GET /$layer cut bytes=2500000 total=1" "GET /$layer header 'Content-Range=bytes 0-9/10' header=Range total=1"
    comes_right "GET /$layer cut bytes=2500000 total=1" "GET /$layer header Content-Range= header=Range total=1"
    comes_right "GET /$layer cut bytes=2500000 total=1" "GET /$layer header 'Content-Range=bytes 2500000-9999998/9999999' header=Range total=1"
}

@test "a wrong byte behind the cut: refused, and nothing of it is kept" {
    inject "GET /$layer cut bytes=2500000 total=1" "GET /$layer flip"
    fetch "$host/team/app:1"
    expect 76 digest
    no_image
    comes_right ''
}

@test "the token is no longer good when it goes on" {
    use token
    comes_right "GET /$layer cut bytes=2500000 total=1" "GET /$layer expire header=Range total=1"
    asked 1 '.status == 401 and .range'
    asked 1 '.status == 206'
}

@test "a signed place is not asked again: it goes on at the registry" {
    comes_right "GET /$layer redirect to=http://{near}{path}?signature=s" "GET /$layer cut at=near bytes=2500000 total=1"
    asked 2 ".at == \"proxy\" and (.target | endswith(\"$layer\"))"
    asked 1 '.at == "near" and .status == 206 and .range == "bytes=2500000-"'
}

@test "after a kill it goes on from what is there, also when that is wrong" {
    for harm in no yes; do
        new_layout
        inject 'GET /blobs/ stall bytes=4000000'
        start fetch fetch-image --tls-verify=false --layout "$layout" "$host/team/app:1"
        stalled() { [ "$(requests '.fault == "stall"')" -ge 1 ]; }
        wait_for 20 stalled
        arrived() { [ -n "$(find "$layout/partial" -size +1M)" ]; }
        wait_for 20 arrived
        kill -9 "$(cat fetch.pid)"
        wait "$(cat fetch.pid)" || true
        [ $harm = no ] || find "$layout" -type f -size +1M -exec sh -c 'printf x | dd of="$1" bs=1 seek=1000 conv=notrunc status=none' - {} \;
        inject ''
        fetch "$host/team/app:1"
        expect 0
        same_blobs
        [ -z "$(find "$layout" -type f ! -path '*/blobs/sha256/*' ! -name index.json ! -name oci-layout)" ]
        [ $harm = yes ] || [ "$(requests '.range and .status == 206')" -ge 1 ]
    done
}

@test "two at once on one layout: both right, each blob came once" {
    inject 'GET /blobs/ rate bytes=6000000'
    for n in 1 2; do
        start fetch$n fetch-image --tls-verify=false --layout "$layout" "$host/team/app:1"
    done
    for n in 1 2; do
        wait "$(cat fetch$n.pid)"
        jq -e --arg d "$(digest_of large)" '.result.manifest.digest == $d' fetch$n.log
    done
    same_blobs
    config=$(manifest_of large | jq -r .config.digest)
    asked 3 ".status == 200 and (.target | test(\"blobs\") and (endswith(\"$config\") | not))"
}
