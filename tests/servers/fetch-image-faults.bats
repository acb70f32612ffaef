#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image from a registry that misbehaves: tests/fakes/registry.py says how, by the name.

load ../lib/helpers

setup() {
    fake=$BATS_TEST_TMPDIR/fake
    layout=$BATS_TEST_TMPDIR/layout
    mkdir "$fake"
}

teardown() {
    stop fake
}

# up [PORT-NAME]: the fake, serving the demo's images; sets host.  It may write into its layout.
up() {
    cp -r "$TESTDATA/demo/images" "$fake/layout"
    start fake "$ROOT/tests/fakes/registry.py" "$fake" "$fake/layout"
    wait_for 10 test -s "$fake/registry.port"
    host=127.0.0.1:$(cat "$fake/${1:-registry}.port")
}

certificate() {
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost \
        -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' \
        -keyout "$fake/tls.key" -out "$fake/tls.crt" 2>/dev/null
}

# fetch NAME: NAME:base of the fake.
fetch() {
    run_split fetch-image "$host/$1:base" --tls-verify=false --retry-time 2 --jobs 1 --layout "$layout"
}

# fetch_through_proxy NAME: the same of registry.example; the fake is the proxy.
fetch_through_proxy() {
    run_split env "http_proxy=http://$host" "https_proxy=http://$host" \
        fetch-image "registry.example/$1:base" --tls-verify=false --layout "$layout"
}

# no_image: no manifest is in the layout, and no blob whose name is not its digest.
no_image() {
    [ "$(jq '.manifests | length' "$layout/index.json" 2>/dev/null || echo 0)" = 0 ]
    [ -z "$(find "$layout" -name '*.tmp*' 2>/dev/null)" ]
    (cd "$layout/blobs/sha256" 2>/dev/null || exit 0
     for f in *; do [ ! -e "$f" ] || echo "$f  $f"; done | { ! grep . || true; } >"$BATS_TEST_TMPDIR/sums"
     [ ! -s "$BATS_TEST_TMPDIR/sums" ] || sha256sum -c --quiet "$BATS_TEST_TMPDIR/sums")
}

requests() {
    grep -c "$1" "$fake/log" || true
}

@test "a blob on another port: the token stays with the registry" {
    up
    fetch auth/redirect
    expect 0
    [ "$(requests '^other /v2/auth/redirect/blobs/[^ ]* - 200')" = 3 ]
    [ "$(requests '^other .*Bearer')" = 0 ]
    [ "$(requests '^registry .*Bearer .* 307')" -ge 3 ]
}

@test "a redirect in a circle, one to nowhere" {
    up
    fetch loop
    expect 76 'more than 10 redirects'
    [ "$(requests ' 302$')" = 11 ]
    fetch nowhere
    expect 76 'redirect.*no place'
}

@test "a redirect to a metadata service, to a file, from a public host to loopback" {
    up
    fetch to-metadata
    expect 76 "redirect.*'169.254.169.254'"
    fetch to-file
    expect 76 "redirect.*'file:///etc/hostname'"
    fetch_through_proxy to-loopback
    expect 76 "redirect.*'127.0.0.1'"
    [ "$(requests '^other')" = 0 ]
}

@test "through the proxy of the environment" {
    up
    fetch_through_proxy team/app
    expect 0
    [ "$(requests '^registry http://registry.example/v2/team/app/')" = 4 ]
}

@test "TLS: no way back to plain HTTP" {
    certificate
    up tls
    fetch plain
    expect 0
    fetch to-http
    expect 76 'from HTTPS to plain HTTP'
    [ "$(requests '^other')" = 0 ]
}

@test "plain HTTP only when it is allowed" {
    up
    run_split fetch-image "$host/plain:base" --retry-time 0 --layout "$layout"
    expect 75 'no TLS.*--tls-verify=false'
}

@test "a realm that is not the registry's to name" {
    up
    fetch realm-metadata
    expect 76 "token server.*'169.254.169.254'"
    fetch_through_proxy realm-inner
    expect 76 "token server.*'127.0.0.1'"
}

@test "a token is used again, and fetched again when it is refused; a query in the realm stays" {
    up
    fetch auth/plain
    expect 0
    [ "$(requests '^registry /token?account=nobody&service=fake&scope=repository%3[aA]auth%2[fF]plain%3[aA]pull - 200')" -ge 1 ]
    [ "$(requests ' 401$')" = 1 ]
    rm -r "$layout"
    fetch auth/one-use
    expect 0
    [ "$(requests 'auth/one-use/.*Bearer .* 401$')" = 3 ]
}

@test "a bare 401: the challenge stands at /v2/" {
    up
    fetch auth/bare-401
    expect 0
    fetch bare-401
    expect 0
}

@test "refusals: denied in spite of a token, no token, Basic, 403" {
    up
    fetch auth/denied
    expect 77 'access denied.*DENIED: requested access'
    fetch auth/no-token
    expect 77 'token server.*nobody is let in'
    fetch basic
    expect 77 'user and a password'
    fetch forbidden
    expect 77 'access denied'
    no_image
}

@test "what passes: 429 once, a config that ends early once" {
    up
    fetch busy
    expect 0
    [ "$(requests ' 429$')" = 4 ]
    rm -r "$layout"
    fetch short-once
    expect 0
}

@test "what does not: 503 for ever, a wait of an hour, nobody there" {
    up
    fetch down
    expect 75 "after 3 tries.*503.*UNAVAILABLE: token="
    run ! grep -q sup3rs3cret1 "$BATS_TEST_TMPDIR/stderr"
    [ "$(requests ' 503$')" = 3 ]
    fetch later
    expect 75 'too many requests.*slow.down'
    [ "$(requests '/later/')" = 1 ]
    stop fake
    fetch plain
    expect 75 'connect'
    no_image
}

@test "a layer that ends early is asked for again, three times in all; a wrong one is not" {
    up
    fetch short-layer-once
    expect 0
    [ "$(requests '/short-layer-once/blobs/.* 20[06]$')" = 5 ]
    rm -r "$layout"
    fetch short
    expect 75 'after 3 tries.*bytes remaining'
    [ "$(requests '/short/blobs/.* 20[06]$')" = 4 ]
    no_image
    rm -r "$layout"
    fetch wrong
    expect 76 'digest'
    [ "$(requests '/wrong/blobs/.* 200$')" = 2 ]
    no_image
    fetch wrong-config
    expect 76 'sha256:.*digest'
    no_image
}

@test "manifests: wrong digest in the header, wrong bytes by digest, another algorithm, no type" {
    up
    fetch wrong-header
    expect 76 'digest.*the header says'
    digest=$(jq -r '.manifests[0].digest' "$fake/layout/index.json")
    run_split fetch-image "$host/wrong-manifest@$digest" --tls-verify=false --layout "$layout"
    expect 76 "'$digest'.*digest"
    no_image
    fetch odd-header
    expect 0
    [ "$(jq -r .result.manifest.mediaType <<<"$output")" = application/vnd.oci.image.manifest.v1+json ]
}

@test "manifests: schema 1, no JSON, too large, a header too large" {
    up
    fetch schema1
    expect 76 'schema 1'
    fetch no-json
    expect 76 'manifest'
    fetch huge
    expect 76 'larger than 4194304 bytes'
    fetch huge-header
    expect 76 'header'
    no_image
}

@test "an index that refers to itself, and indexes without end" {
    up
    fetch refers-to-itself
    expect 76 'digest'
    run_split fetch-image "$host/itself:0" --tls-verify=false --layout "$layout"
    expect 76 'a loop'
    no_image
}

@test "a foreign layer is asked of the registry alone, and left out where it has none" {
    up
    cd "$BATS_TEST_TMPDIR" || exit
    mkdir root && echo x >root/x
    tar -C root -cf foreign.tar .
    "$ROOT/tests/lib/make-image" -t application/vnd.oci.image.layer.nondistributable.v1.tar \
        -t application/vnd.oci.image.layer.v1.tar "$fake/layout" base foreign.tar root >/dev/null
    fetch plain
    expect 0
    [ "$(jq -c '[.result.layers[].absent]' <<<"$output")" = '[false,false]' ]
    # Its place is another host's, which must not be asked.
    old=$(jq -r '.manifests[] | select(.annotations["org.opencontainers.image.ref.name"] == "base").digest[7:]' \
        "$fake/layout/index.json")
    jq -c --arg url "http://127.0.0.1:$(cat "$fake/other.port")/foreign" '.layers[0].urls = [$url]' \
        "$fake/layout/blobs/sha256/$old" >manifest
    new=$(sha256sum <manifest | cut -d ' ' -f 1)
    mv manifest "$fake/layout/blobs/sha256/$new"
    sed -i "s/$old/$new/" "$fake/layout/index.json"
    lost=$(sha256sum <foreign.tar | cut -d ' ' -f 1)
    rm "$fake/layout/blobs/sha256/$lost"
    rm -rf "$layout"
    fetch plain
    expect 0
    [ "$(jq -c '[.result.layers[].absent]' <<<"$output")" = '[true,false]' ]
    [ "$(requests '^other ')" = 0 ]
    [ "$(requests "^registry .*$lost.* 404")" -ge 1 ]
    [ ! -e "$layout/blobs/sha256/$lost" ]
}
