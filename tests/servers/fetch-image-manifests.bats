#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image and manifests: what skopeo finds, what is no manifest, what an index leads to.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

index=application/vnd.oci.image.index.v1+json

setup_file() {
    registry_up --proxy
    push small team/app:1
    push many team/many:1
    push zstd team/zstd:1
    push sixty team/sixty:1
    push artifact team/chart:1
}

setup() {
    new_layout
}

teardown_file() {
    registries_down
}

# fails STATUS REGEX FAULT...
fails() {
    rm -rf "$layout"
    inject "${@:3}"
    fetch "$host/team/app:1"
    expect "$1" "$2"
    no_image
}

@test "zstd, plain and sixty layers are what skopeo copies" {
    for name in zstd sixty; do
        rm -rf "$layout"
        fetch "$host/team/$name:1"
        expect 0
        validate "$BATS_TEST_TMPDIR/stdout"
        same_as_skopeo "$host/team/$name:1"
    done
    [ "$(jq '.result.layers | length' <<<"$output")" = 60 ]
}

@test "an artifact that is no image" {
    fetch "$host/team/chart:1"
    expect 0
    jq -e '.result.artifact_type == "application/vnd.example.chart"' <<<"$output" ||
        jq -e '[.. | strings] | index("application/vnd.example.chart")' <<<"$output"
    same_blobs
}

@test "each platform of an index is what skopeo chooses" {
    while read -r platform arch variant; do
        rm -rf "$layout"
        fetch "$host/team/many:1" --platform "$platform"
        expect 0
        jq -e --arg a "$arch" '.result.platform | tostring | test($a)' <<<"$output"
        rm -rf "$BATS_TEST_TMPDIR/theirs"
        skopeo copy -q --override-os linux --override-arch "$arch" ${variant:+--override-variant "$variant"} \
            --src-tls-verify=false "docker://$host/team/many:1" "dir:$BATS_TEST_TMPDIR/theirs"
        [ "$(jq -r .result.manifest.digest <<<"$output")" = \
            "sha256:$(sha256sum <"$BATS_TEST_TMPDIR/theirs/manifest.json" | cut -d ' ' -f 1)" ]
    done <<'END'
linux/amd64 amd64
linux/arm64 arm64
linux/arm64/v8 arm64 v8
linux/arm/v7 arm v7
linux/arm/v6 arm v6
linux/arm/v8 arm v8
END
}

@test "a platform that is not there: what there is, without the attestation" {
    fetch "$host/team/many:1" --platform linux/s390x
    [ "$status" != 0 ]
    for platform in linux/amd64 linux/arm64/v8 linux/arm/v6 linux/arm/v7; do
        [[ $stderr == *$platform* ]]
    done
    [[ $stderr != *unknown* ]]
    asked 0 '.target | test("blobs")'
}

@test "digests: wrong in the header, wrong bytes by digest, another algorithm" {
    fails 76 'digest.*the header says' "GET /manifests/ header Docker-Content-Digest=sha256:$(printf %064d 0)"
    inject 'GET /manifests/ extend bytes=1'
    fetch "$host/team/app@$(digest_of small)"
    expect 76 "'$(digest_of small)'.*digest"
    no_image
    fails 76 'sha512:.*the header says' "GET /manifests/ header Docker-Content-Digest=sha512:$(printf %0128d 0)"
    inject "GET /manifests/ header Docker-Content-Digest=sha384:$(printf %096d 0) Content-Type=text/plain"
    fetch "$host/team/app:1"
    expect 0
    [ "$(jq -r .result.manifest.mediaType <<<"$output")" = application/vnd.oci.image.manifest.v1+json ]
}

@test "schema 1, no JSON, too large, a header too large, one that breaks off" {
    schema1='{"schemaVersion":1,"name":"x","tag":"1","fsLayers":[],"history":[]}'
    fails 76 'schema 1' "GET /manifests/ body 'text=$schema1' Content-Type=application/vnd.docker.distribution.manifest.v1+prettyjws"
    fails 76 manifest "GET /manifests/ body 'text=<html>welcome</html>' Content-Type=text/html"
    fails 76 'larger than 4194304 bytes' "GET /manifests/ body 'text={\"schemaVersion\":2,\"x\":\"' padding=5000000"
    x=$(printf 'x%.0s' {1..60000})
    fails 76 header "GET /manifests/ header X-1=$x X-2=$x X-3=$x X-4=$x X-5=$x"
    fails 75 'after [0-9]+ tries' 'GET /manifests/ cut bytes=100'
}

@test "one line of a header that is too long" {
    fails 76 header "GET /manifests/ header X-1=$(printf 'x%.0s' {1..120000})"
}

@test "an index that refers to itself, and indexes without end" {
    one=$(printf 1%.0s {1..64})
    fails 76 'digest|bytes' "GET /manifests/ status code=200 Content-Type=$index 'text={\"schemaVersion\":2,\"mediaType\":\"$index\",\"manifests\":[{\"mediaType\":\"$index\",\"digest\":\"sha256:$one\",\"size\":200}]}'"
    # Each names the one before, which is there and right.
    inject ''
    manifest_of many >"$BATS_TEST_TMPDIR/inner"
    for depth in 1 2 3 4 5 6 7 8 9; do
        printf '{"schemaVersion":2,"mediaType":"%s","manifests":[{"mediaType":"%s","digest":"sha256:%s","size":%s}]}' $index \
            $index "$(sha256sum <"$BATS_TEST_TMPDIR/inner" | cut -d ' ' -f 1)" "$(stat -c %s "$BATS_TEST_TMPDIR/inner")" >"$BATS_TEST_TMPDIR/outer"
        mv "$BATS_TEST_TMPDIR/outer" "$BATS_TEST_TMPDIR/inner"
        put_manifest $index "team/many:nested$depth" <"$BATS_TEST_TMPDIR/inner"
    done
    fetch "$host/team/many:nested1" --platform linux/amd64
    expect 0
    rm -r "$layout"
    fetch "$host/team/many:nested9" --platform linux/amd64
    expect 76 'a loop'
    no_image
}

@test "a config that stands in the manifest, and the empty one, are not asked for" {
    config=$(manifest_of small | jq -r .config.digest)
    images small
    manifest_of small | jq -c --arg data "$(base64 -w 0 <"$BATS_FILE_TMPDIR/images/blobs/${config/://}")" \
        '.config.data = $data' >"$BATS_TEST_TMPDIR/manifest"
    inject "GET /manifests/ body file=$BATS_TEST_TMPDIR/manifest"
    fetch "$host/team/app:1"
    expect 0
    asked 0 ".target | endswith(\"$config\")"
    same_blobs
    [ -e "$layout/blobs/${config/://}" ]
    # One that does not fit is.
    rm -rf "$layout"
    sed -i 's/"data":"ey/"data":"ez/' "$BATS_TEST_TMPDIR/manifest"
    inject "GET /manifests/ body file=$BATS_TEST_TMPDIR/manifest"
    fetch "$host/team/app:1"
    expect 0
    asked 1 ".target | endswith(\"$config\")"
    new_layout
    fetch "$host/team/chart:1"
    expect 0
    asked 0 '.target | endswith("caaff8a")'
    same_blobs
}

@test "an artifact manifest of OCI's draft is no image, and what it is instead is said" {
    artifact=application/vnd.oci.artifact.manifest.v1+json
    fails 76 "artifact of type 'application/vnd.example.sbom'" "GET /manifests/ body Content-Type=$artifact \
        'text={\"mediaType\":\"$artifact\",\"artifactType\":\"application/vnd.example.sbom\",\"blobs\":[]}'"
    asked 1 '.accept | test("artifact.manifest.v1") and test("v1\\+prettyjws")'
}

# foreign URL...: in the place of small's manifest one whose first layer is foreign, and named to be there.
foreign() {
    manifest_of small | jq -c '.layers[0] |= . + {mediaType: "application/vnd.oci.image.layer.nondistributable.v1.tar+gzip",
        urls: $ARGS.positional}' --args "$@" >"$BATS_TEST_TMPDIR/manifest"
    rm -rf "$layout"
}

# absent JSON: whether the layers are.
absent() {
    fetch "$host/team/app:1"
    expect 0
    [ "$(jq -c '[.result.layers[].absent]' <<<"$output")" = "$1" ]
}

@test "a foreign layer: from the registry, else from where it is said to be, else left out" {
    first=$(manifest_of small | jq -r '.layers[0].digest')
    there="http://$(place near)/v2/team/app/blobs/$first"
    ours="GET /manifests/ body file=$BATS_TEST_TMPDIR/manifest"
    gone="GET /$first status code=404"
    foreign "$there"
    inject "$ours"
    absent '[false,false]'
    asked 0 '.at == "near"'
    # The second place has it, and is told no login.
    jq -n --arg host "$host" '{auths: {($host): {auth: ("ada:lovelace:1" | @base64)}}}' >"$BATS_TEST_TMPDIR/auth.json"
    foreign ftp://example.org/x "http://$(place near)/none" "$there"
    inject "$ours" "$gone"
    REGISTRY_AUTH_FILE=$BATS_TEST_TMPDIR/auth.json absent '[false,false]'
    asked 2 '.at == "near" and .credential == null'
    [ -e "$layout/blobs/${first/://}" ]
    # Nobody has it, or what is there is something else.
    foreign "http://$(place near)/none"
    inject "$ours" "$gone"
    BUILD_ANALYSIS_VERBOSE=true absent '[true,false]'
    [[ "$stderr" == *"is not at 'http://$(place near)/none'"*404* ]]
    [ ! -e "$layout/blobs/${first/://}" ]
    foreign "$there"
    inject "$ours" "$gone" "GET /$first flip at=near"
    fetch "$host/team/app:1"
    expect 76 "$first"
    [ ! -e "$layout/blobs/${first/://}" ]
}
