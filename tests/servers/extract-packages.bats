#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# extract-packages from a registry: Debian's, filled by skopeo, and one that misbehaves
# (tests/fakes/registry.py).

load ../lib/helpers

setup() {
    registry=$BATS_TEST_TMPDIR/registry
    fake=$BATS_TEST_TMPDIR/fake
    mkdir -p "$registry" "$fake"
    cd "$BATS_TEST_TMPDIR" || exit
}

teardown() {
    "$ROOT/tests/servers/registry-down" "$registry"
    stop fake
}

# real: Debian's registry with the demo's base image as team/app:1; sets host.
real() {
    read -r host _ < <("$ROOT/tests/servers/registry-up" "$registry")
    skopeo copy -q --dest-tls-verify=false "oci:$TESTDATA/demo/images:base" "docker://$host/team/app:1"
}

# misbehaving: the fake, serving the demo's images; sets host.
misbehaving() {
    cp -r "$TESTDATA/demo/images" "$fake/layout"
    start fake "$ROOT/tests/fakes/registry.py" "$fake" "$fake/layout"
    wait_for 10 test -s "$fake/registry.port"
    host=127.0.0.1:$(cat "$fake/registry.port")
}

# extract REF [OPTION...]
extract() {
    run_split extract-packages "$@" --tls-verify=false --retry-time 2
}

result() {
    jq -S .result "$1"
}

@test "an image of a registry is what it is on disk; nothing is kept" {
    real
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
    real
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
    wait_for 5 grep -q 'GET /v2/team/app/blobs' "$registry/registry.out"
    layers=$(jq -r '.image.layers[].digest' once.json)
    before=$(grep -c "GET /v2/team/app/blobs/$(head -n 1 <<<"$layers")" "$registry/registry.out")
    extract "$host/team/app:1" --layer-cache cache
    expect 0
    [ "$(grep -c "GET /v2/team/app/blobs/$(head -n 1 <<<"$layers")" "$registry/registry.out")" = "$before" ]
}

@test "what is not there, refused, or gone" {
    misbehaving
    extract "$host/no-such:tag"
    expect 66 'not found.*MANIFEST_UNKNOWN'
    extract "$host/forbidden:base"
    expect 77 'access denied'
    extract "$host/down:base"
    expect 75 'after 3 tries.*503'
    extract "127.0.0.1:1/team/app"
    expect 75 'after 3 tries.*connect'
}

@test "a layer that breaks off goes on, or is tried in vain; a wrong one is malformed" {
    misbehaving
    extract-packages "oci:$TESTDATA/demo/images:base" >local.json
    extract "$host/short-layer-once:base"
    expect 0
    diff <(jq -S .result.packages stdout) <(jq -S .result.packages local.json)
    extract "$host/short:base"
    expect 75 'layer sha256:.*after 3 tries.*bytes remaining'
    extract "$host/wrong:base"
    expect 76 'layer sha256:.*(digest|checksum)'
    extract "$host/wrong-config:base"
    expect 76 'sha256:.*digest'
    [ ! -s "$BATS_TEST_TMPDIR/stdout" ]
}

@test "with a login, which stands in no output" {
    echo 'ada:lovelace' >"$registry/users"
    read -r host _ < <("$ROOT/tests/servers/registry-up" --basic "$registry")
    skopeo copy -q --dest-tls-verify=false --dest-creds ada:lovelace \
        "oci:$TESTDATA/demo/images:base" "docker://$host/team/app:1"
    extract "$host/team/app:1"
    expect 77 "no login for '$host'.*UNAUTHORIZED"
    jq -n --arg host "$host" '{auths: {($host): {auth: ("ada:lovelace" | @base64)}}}' >auth.json
    extract "$host/team/app:1" --authfile auth.json --verbose
    expect 0
    run ! grep -q 'lovelace\|YWRhOmxvdmVsYWNl' stdout stderr
    jq -n --arg host "$host" '{auths: {($host): {auth: ("ada:byron" | @base64)}}}' >auth.json
    extract "$host/team/app:1" --authfile auth.json
    expect 77 "refuses the login of .*auth.json.*UNAUTHORIZED"
}
