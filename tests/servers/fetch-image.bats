#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image from Debian's docker-registry, filled by skopeo.

load ../lib/helpers

setup() {
    registry=$BATS_TEST_TMPDIR/registry
    layout=$BATS_TEST_TMPDIR/layout
    mkdir -p "$registry"
    echo 'ada:lovelace' >"$registry/users"
}

teardown() {
    "$ROOT/tests/servers/registry-down" "$registry"
}

# up [OPTION...]: a registry with the demo's base image as team/app:1; sets host.
up() {
    read -r host _ < <("$ROOT/tests/servers/registry-up" "$@" "$registry")
    skopeo copy -q --dest-tls-verify=false --dest-creds ada:lovelace \
        "oci:$TESTDATA/demo/images:base" "docker://$host/team/app:1"
}

# fetch REF [OPTION...]
fetch() {
    run_split fetch-image "$@" --tls-verify=false --layout "$layout"
}

raw_digest() {
    skopeo inspect --raw --tls-verify=false "docker://$1" | sha256sum | cut -c1-64
}

# blob_requests: how many blobs the registry was asked for.
blob_requests() {
    grep -c '"GET /v2/team/app/blobs/[^"]*" 200' "$registry/registry.out" || true
}

# The registry writes its log after the answer.
blob_requests_are() {
    [ "$(blob_requests)" = "$1" ]
}

# same_blobs: all blobs of the layout have the digest that is their name.
same_blobs() {
    (cd "$layout/blobs/sha256" && for f in *; do echo "$f  $f"; done | sha256sum -c --quiet)
}

@test "an open registry: digests are skopeo's, blobs are whole, the document fits its schema" {
    up
    fetch "$host/team/app:1"
    expect 0
    [ -z "$stderr" ]
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(jq -r .result.manifest.digest <<<"$output")" = "sha256:$(raw_digest "$host/team/app:1")" ]
    [ "$(jq -r .result.resolved <<<"$output")" = "$host/team/app@sha256:$(raw_digest "$host/team/app:1")" ]
    same_blobs
    skopeo inspect "oci:$layout:1" >/dev/null
    # What is there is not asked for again.
    fetch "$host/team/app:1"
    expect 0
    rm -r "$layout"
    fetch "$host/team/app:1"
    expect 0
    wait_for 5 blob_requests_are 6
}

@test "what was fetched is the same image to extract-packages as the local one" {
    up
    fetch-image "$host/team/app:1" --tls-verify=false --layout "$layout" |
        extract-packages >"$BATS_TEST_TMPDIR/remote.json"
    extract-packages "oci:$TESTDATA/demo/images:base" >"$BATS_TEST_TMPDIR/local.json"
    validate "$BATS_TEST_TMPDIR/remote.json"
    diff <(jq -S .result.packages "$BATS_TEST_TMPDIR/remote.json") \
        <(jq -S .result.packages "$BATS_TEST_TMPDIR/local.json")
    [ "$(jq '.result.packages | length' "$BATS_TEST_TMPDIR/remote.json")" -gt 10 ]
}

@test "by digest, which wins over the tag; a digest that is not there" {
    up
    digest=sha256:$(raw_digest "$host/team/app:1")
    fetch "$host/team/app@$digest"
    expect 0
    [ "$(jq -r .result.manifest.digest <<<"$output")" = "$digest" ]
    fetch "docker://$host/team/app:nope@$digest"
    expect 0
    fetch "$host/team/app@sha256:$(printf 0%.0s {1..64})"
    expect 66 'not found.*MANIFEST_UNKNOWN'
}

@test "a tag or a repository that is not there" {
    up
    fetch "$host/team/app:2"
    expect 66 "'2'.*'$host'.*not found.*MANIFEST_UNKNOWN"
    fetch "$host/team/other:1"
    expect 66 "not found.*(NAME|MANIFEST)_UNKNOWN"
    [ ! -e "$layout/index.json" ] || [ "$(jq '.manifests | length' "$layout/index.json")" = 0 ]
}

@test "--layer-cache: of an image that was analysed before, manifest and config alone are asked for" {
    up
    cache=$BATS_TEST_TMPDIR/cache
    fetch "$host/team/app:1" --layer-cache "$cache"
    expect 0
    extract-packages --layer-cache "$cache" <"$BATS_TEST_TMPDIR/stdout" >"$BATS_TEST_TMPDIR/first.json"
    wait_for 5 blob_requests_are 3
    rm -rf "$layout"
    fetch "$host/team/app:1" --layer-cache "$cache"
    expect 0
    [ -z "$stderr" ]
    [ "$(jq -c '[.result.layers[].absent]' <<<"$output")" = '[true,true]' ]
    extract-packages --layer-cache "$cache" <"$BATS_TEST_TMPDIR/stdout" >"$BATS_TEST_TMPDIR/again.json"
    diff <(jq -S 'del(.result.warnings, .metadata).result' "$BATS_TEST_TMPDIR/first.json") \
        <(jq -S 'del(.result.warnings, .metadata).result' "$BATS_TEST_TMPDIR/again.json")
    wait_for 5 blob_requests_are 4
}

@test "a bare name that is not there: the daemon is named where there is one" {
    up
    socket=$BATS_TEST_TMPDIR/socket
    python3 -c 'import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])' "$socket"
    DOCKER_HOST=unix://$socket fetch "$host/team/app:2"
    expect 66 "'$host/team/app:2' \(for an image of this machine's daemon: 'docker-daemon:$host/team/app:2'\): .*MANIFEST_UNKNOWN"
    DOCKER_HOST=unix://$socket fetch "docker://$host/team/app:2"
    expect 66 'MANIFEST_UNKNOWN'
    [[ $stderr != *docker-daemon* ]]
    DOCKER_HOST=unix://$BATS_TEST_TMPDIR/none fetch "$host/team/app:2"
    expect 66 'MANIFEST_UNKNOWN'
    [[ $stderr != *docker-daemon* ]]
}

@test "--no-layers asks for manifest and config alone and keeps nothing" {
    up
    run_split fetch-image "$host/team/app:1" --tls-verify=false --no-layers
    expect 0
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(jq -c '[.result.layers[].absent]' <<<"$output")" = '[true,true]' ]
    wait_for 5 blob_requests_are 1
    [ ! -e "$XDG_CACHE_HOME" ]
}

@test "bearer tokens: an anonymous one, once for the whole image" {
    up --token
    : >"$registry/token.log"
    fetch "$host/team/app:1"
    expect 0
    same_blobs
    [ "$(wc -l <"$registry/token.log")" = 1 ]
    grep -qi 'scope=repository%3ateam%2fapp%3apull anonymous' "$registry/token.log"
}

@test "a registry that wants a password: 77, and says so" {
    up --basic
    fetch "$host/team/app:1"
    expect 77 'user and a password.*no login for.*UNAUTHORIZED'
}

@test "TLS: an unknown certificate is refused, --tls-verify=false takes it" {
    up --tls
    run_split fetch-image "$host/team/app:1" --layout "$layout"
    expect 78 'certificate'
    fetch "$host/team/app:1"
    expect 0
    same_blobs
}

@test "an index: the platform that is asked for, or the list of what there is" {
    up
    manifest=$(skopeo inspect --raw --tls-verify=false "docker://$host/team/app:1" | sha256sum | cut -c1-64)
    size=$(skopeo inspect --raw --tls-verify=false "docker://$host/team/app:1" | wc -c)
    type=application/vnd.oci.image.index.v1+json
    entry() {
        printf '{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:%s","size":%s,"platform":{"os":"linux","architecture":"%s"}}' "$manifest" "$size" "$1"
    }
    printf '{"schemaVersion":2,"mediaType":"%s","manifests":[%s,%s]}' "$type" "$(entry s390x)" "$(entry amd64)" |
        curl -sf --noproxy '*' -X PUT -H "Content-Type: $type" --data-binary @- "http://$host/v2/team/app/manifests/many"
    fetch "$host/team/app:many" --platform linux/amd64
    expect 0
    [ "$(jq -r .result.manifest.digest <<<"$output")" = "sha256:$manifest" ]
    same_blobs
    fetch "$host/team/app:many" --platform linux/arm64
    [ "$status" != 0 ]
    expect "$status" 'linux/s390x'
}
