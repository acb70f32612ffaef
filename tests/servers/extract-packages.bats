#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# extract-packages from Debian's registry, filled by skopeo, straight and through the proxy that spoils.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031,SC2034
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up -n basic --basic
    demo_image --dest-creds ada:lovelace:1
    registry_up -n open --proxy
    demo_image
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    inject ''
}

teardown_file() {
    registries_down
}

# demo_image [OPTION...]: the demo's base image is team/app:1.
demo_image() {
    skopeo copy -q --dest-tls-verify=false "$@" "oci:$TESTDATA/demo/images:base" "docker://$(behind)/team/app:1"
}

# extract REF [OPTION...]
extract() {
    run_split extract-packages "$@" --tls-verify=false --retry-time 2
}

result() {
    jq -S .result "$1"
}

@test "an image of a registry is what it is on disk; nothing is kept" {
    extract-packages "oci:$TESTDATA/demo/images:base" >local.json
    for name in "docker://$host/team/app:1" "$host/team/app:1"; do
        HOME=$PWD/home extract "$name"
        expect 0
        [ -z "$stderr" ]
        validate "$BATS_TEST_TMPDIR/stdout"
        diff <(jq -S '.result | del(.image)' stdout | sed "s|\"$name\"|\"NAME\"|; s|$host/team/app|NAME|") \
            <(jq -S '.result | del(.image)' local.json | sed "s|oci:$TESTDATA/demo/images:base|NAME|")
        [ "$(jq -r .result.image.resolved stdout)" = "$host/team/app@$(jq -r .result.image.manifest.digest local.json)" ]
        [ ! -e home ]
    done
}

@test "confined or not, with a cache or without: the same result" {
    extract "$host/team/app:1"
    expect 0
    result stdout >once.json
    for options in --no-sandbox "--layer-cache cache" "--layer-cache cache" "--jobs 1"; do
        # shellcheck disable=SC2086 # words
        extract "$host/team/app:1" $options
        expect 0
        result stdout | diff - once.json
    done
    # What is cached is not asked for.
    inject ''
    extract "$host/team/app:1" --layer-cache cache
    expect 0
    asked 1 '.target | test("/blobs/")'
    asked 1 ".target | endswith(\"$(jq -r .image.config.digest once.json)\")"
}

@test "what is not there, refused, or gone" {
    extract "$host/no-such:tag"
    expect 66 'not found.*(NAME|MANIFEST)_UNKNOWN'
    extract "127.0.0.1:1/team/app"
    expect 75 'after 3 tries.*connect'
    inject 'GET /manifests/ status code=403'
    extract "$host/team/app:1"
    expect 77 'access denied'
    inject 'GET /manifests/ status code=503'
    extract "$host/team/app:1"
    expect 75 'after 3 tries.*503'
}

@test "a layer that breaks off goes on, or is tried in vain; a wrong one is malformed" {
    extract-packages "oci:$TESTDATA/demo/images:base" >local.json
    layer=$(jq -r '.result.image.layers[0].digest' local.json)
    for fault in "cut bytes=100000" "reset bytes=100000"; do
        inject "GET /$layer $fault total=1"
        extract "$host/team/app:1"
        expect 0
        diff <(jq -S .result.packages stdout) <(jq -S .result.packages local.json)
        asked 1 '.status == 206'
    done
    for options in --quiet --no-sandbox; do
        inject "GET /$layer cut bytes=0"
        extract "$host/team/app:1" $options
        expect 75 'layer sha256:.*after 3 tries.*bytes remaining'
    done
    inject "GET /$layer flip"
    extract "$host/team/app:1"
    expect 76 'layer sha256:.*(digest|checksum)'
    inject "GET /$(jq -r .result.image.config.digest local.json) flip"
    extract "$host/team/app:1"
    expect 76 'sha256:.*digest'
    [ ! -s "$BATS_TEST_TMPDIR/stdout" ]
}

@test "a foreign layer need not be there; when nobody says whether it is, that is an error" {
    curl -sS -H 'Accept: application/vnd.oci.image.manifest.v1+json' "http://$(behind)/v2/team/app/manifests/1" |
        jq -c '.layers[0].mediaType = "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip"' >manifest
    layer=$(jq -r '.layers[0].digest' manifest)
    foreign() {
        inject "GET /manifests/ body file=$PWD/manifest" "HEAD /$layer $1"
        extract "$host/team/app:1" "${@:2}"
    }
    foreign 'delay seconds=0'
    expect 0
    asked 1 ".method == \"GET\" and (.target | endswith(\"$layer\"))"
    foreign 'status code=404'
    expect 0
    [ "$(jq -r '.result.warnings[].code' stdout)" = foreign-layer ]
    foreign 'status code=503 total=1'
    expect 0
    asked 1 ".method == \"GET\" and (.target | endswith(\"$layer\"))"
    for options in --quiet --no-sandbox; do
        foreign 'status code=503' $options
        expect 75 "layer $layer: .*503"
    done
    foreign 'status code=403'
    expect 77 "layer $layer: .*access denied"
}

@test "with a login, which stands in no output" {
    registry=$REGISTRIES/basic
    host=$(behind)
    extract "$host/team/app:1"
    expect 77 "no login for '$host'.*UNAUTHORIZED"
    jq -n --arg host "$host" '{auths: {($host): {auth: ("ada:lovelace:1" | @base64)}}}' >auth.json
    extract "$host/team/app:1" --authfile auth.json --verbose
    expect 0
    run ! grep -q 'lovelace\|YWRhOmxvdmVsYWNl' stdout stderr
    jq -n --arg host "$host" '{auths: {($host): {auth: ("ada:byron" | @base64)}}}' >auth.json
    extract "$host/team/app:1" --authfile auth.json
    expect 77 "refuses the login of .*auth.json.*UNAUTHORIZED"
}
