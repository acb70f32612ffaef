#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image --layer-cache: layers of which extract-packages knows already what they hold stay away.
# What a registry is asked for then is in tests/servers/fetch-image.bats.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    layout=$TESTDATA/demo/images
    docker_archive output
    image=docker-archive:archive.tar
}

# fetch [OPTION...]: into a layout of its own.
fetch() {
    rm -rf out
    run_split fetch-image --layer-cache cache --layout out "$@" "$image"
}

# analyze DOCUMENT: its packages.
analyze() {
    extract-packages --layer-cache cache "$1" | jq -S .result.packages
}

# absent: which layers of the document on stdout are, as it tells.
absent() {
    jq -c '[.result.layers[].absent] | unique' "$BATS_TEST_TMPDIR/stdout"
}

@test "what was analysed once is not fetched again, and its analysis is the same" {
    fetch -o first.json
    expect 0
    [ ! -e cache ]
    [ "$(jq -c '[.result.layers[].absent] | unique' first.json)" = '[false]' ]
    analyze first.json >first
    fetch
    expect 0
    [ -z "$stderr" ]
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(absent)" = '[true]' ]
    # Manifest and config.
    [ "$(find out/blobs -type f | wc -l)" = 2 ]
    analyze "$BATS_TEST_TMPDIR/stdout" | diff first -
    [ "$(jq length first)" -gt 10 ]
}

@test "a layer that is new comes, and one that the layout has is there" {
    fetch -o first.json
    analyze first.json >first
    rm "$(find cache -name 'sha256-*' | sort | head -n 1)"
    fetch
    expect 0
    [ "$(absent)" = '[false,true]' ]
    [ "$(find out/blobs -type f | wc -l)" = 3 ]
    analyze "$BATS_TEST_TMPDIR/stdout" | diff first -
    fetch-image --layout out "$image" >all.json
    run_split fetch-image --layer-cache cache --layout out "$image"
    expect 0
    [ "$(absent)" = '[false]' ]
}

@test "an entry that is damaged is a warning, and its layer is fetched" {
    fetch -o first.json
    analyze first.json >first
    entry=$(find cache -name 'sha256-*' | sort | head -n 1)
    truncate -s -1 "$entry"
    fetch
    expect 0 "^fetch-image: warning: layer cache: '$entry' is damaged$"
    [ "$(absent)" = '[false,true]' ]
    analyze "$BATS_TEST_TMPDIR/stdout" 2>/dev/null | diff first -
}

@test "a cache that cannot be read is a warning, and all is fetched" {
    fetch -o first.json
    analyze first.json >first
    # What cannot be opened for anybody.
    for entry in cache/sha256-*; do
        ln -sfn "$(basename "$entry")" "$entry"
    done
    fetch
    [ "$status" = 0 ]
    [ "$(grep -c 'warning: layer cache: cannot read .*Too many levels' <<<"$stderr")" = "$(jq '.result.layers | length' first.json)" ]
    [ "$(absent)" = '[false]' ]
}

@test "a layout that is referred to in place may lack what is cached" {
    cp -r "$layout" mine
    extract-packages --layer-cache cache oci:mine:base | jq -S .result.packages >first
    layer=$(extract-packages --layer-cache cache oci:mine:base | jq -r '.result.image.layers[0].digest[7:]')
    rm "mine/blobs/sha256/$layer"
    run_split fetch-image oci:mine:base
    expect 76 "layer sha256:$layer is not there"
    run_split fetch-image --layer-cache cache oci:mine:base
    expect 0
    [ "$(absent)" = '[false,true]' ]
    analyze "$BATS_TEST_TMPDIR/stdout" | diff first -
}

@test "what cannot be a cache is refused" {
    run_split fetch-image --layer-cache s3://bucket/cache "$image"
    expect 78 "'s3://bucket/cache': name the server with --endpoint or AWS_ENDPOINT_URL"
    run_split fetch-image --layer-cache '' "$image"
    expect 2 "the layer cache has no name"
}
