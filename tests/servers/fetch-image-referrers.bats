#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image --referrers: what is attached to an image.  Debian's docker-registry has no referrers API, so
# the tag that stands in for it is real; the API is the proxy's, in the form of distribution-spec.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

INDEX=application/vnd.oci.image.index.v1+json

setup_file() {
    registry_up -n open --proxy
    images small bill many artifact
    small=$(digest_of small)
    push small team/app:1 team/bare:1 team/signed:1
    push bill "team/app:${small/:/-}"
    push artifact "team/signed:${small/:/-}.sig" "team/signed:${small/:/-}.sbom"
    push many team/many:1
    registry_up -n token --proxy --token
    push small team/app:1
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    use open
    new_layout
    small=$(digest_of small)
}

teardown_file() {
    registries_down
}

# referrers FILTER: of the document on stdout.
referrers() {
    jq -c ".result.referrers | $1" "$BATS_TEST_TMPDIR/stdout"
}

# page ENTRY...: an index of these descriptors, as a fault has it.
page() {
    printf "'%s'" "$(jq -cn --arg type "$INDEX" '{schemaVersion: 2, mediaType: $type, manifests: [inputs]}' <<<"$*")"
}

# entry NUMBER [MEMBERS]: a descriptor of a manifest that is not there.
entry() {
    jq -cn --arg d "sha256:$(printf '%064d' "$1")" --argjson more "${2:-{\}}" \
        '{mediaType: "application/vnd.oci.image.manifest.v1+json", digest: $d, size: 7} + $more'
}

# api PATH-REGEX PAGE [KEY=VALUE]...: the line for the proxy.
api() {
    echo "GET /referrers/$1 status code=200 text=$2 Content-Type=$INDEX ${*:3}"
}

@test "an image to which nothing is attached" {
    fetch "$host/team/bare:1" --referrers
    expect 0
    [ -z "$stderr" ]
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(referrers .)" = '[]' ]
    asked 1 ".target | test(\"/referrers/$small\$\")"
    asked 4 ".target | test(\"/manifests/${small/:/-}\")"
    fetch "$host/team/bare:1"
    expect 0
    [ "$(referrers .)" = null ]
    run_split fetch-image --referrers "oci:$BATS_FILE_TMPDIR/images:small"
    expect 2 "--referrers asks a registry"
}

@test "without the API the tag stands in for it; the SBOM is kept, also by --gc" {
    fetch "$host/team/app:1" --referrers
    expect 0
    [ -z "$stderr" ]
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(referrers '[.[] | .found, .artifact_type, .subject]')" = \
        "[\"referrers-tag\",\"application/vnd.cyclonedx+json\",\"$small\"]" ]
    [ "$(referrers '[.[].documents[].mediaType]')" = '["application/vnd.cyclonedx+json"]' ]
    path=$(referrers '.[].documents[].path' | jq -r .)
    [ "$(dirname "$path")" = "$(realpath "$layout")/blobs/sha256" ]
    [ "$(jq -r .bomFormat "$path")" = CycloneDX ]
    same_blobs
    fetch-image --gc --layout "$layout"
    [ -e "$path" ]
    # A document that is passed on is read as before.
    extract-packages <"$BATS_TEST_TMPDIR/stdout" >/dev/null
}

@test "with --no-layers nothing is kept, and it is listed all the same" {
    run_split fetch-image --tls-verify=false --no-layers --referrers "$host/team/app:1"
    expect 0
    [ "$(referrers '[.[].documents[].path]')" = '[null]' ]
    validate "$BATS_TEST_TMPDIR/stdout"
}

@test "cosign's tags" {
    fetch "$host/team/signed:1" --referrers
    expect 0
    validate "$BATS_TEST_TMPDIR/stdout"
    # Twice the same manifest is one.
    [ "$(referrers '[.[] | .found, .artifact_type]')" = '["cosign-tag","application/vnd.example.chart"]' ]
}

@test "attestations of an index, and SBOMs among them" {
    statement=$(jq -r '.manifests[] | select(.annotations).digest[7:]' <(manifest_of many))
    jq -c '.layers[0].annotations = {"in-toto.io/predicate-type": "https://spdx.dev/Document"}' \
        "$BATS_FILE_TMPDIR/images/blobs/sha256/$statement" >attestation
    digest=sha256:$(sha256sum <attestation | cut -c1-64)
    put_manifest application/vnd.oci.image.manifest.v1+json "team/many:attestation" <attestation
    jq -c --arg d "$digest" --argjson size "$(stat -c %s attestation)" \
        '(.manifests[] | select(.annotations)) |= . + {digest: $d, size: $size}' <(manifest_of many) |
        put_manifest "$INDEX" team/many:attested
    fetch "$host/team/many:1" --referrers --platform linux/amd64
    expect 0
    [ "$(referrers '[.[] | .found, .artifact_type, .documents]')" = '["index","application/vnd.in-toto+json",[]]' ]
    fetch "$host/team/many:attested" --referrers --platform linux/amd64
    expect 0
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(referrers '[.[].documents[].predicate_type]')" = '["https://spdx.dev/Document"]' ]
    grep -q in-toto "$(referrers '.[].documents[].path' | jq -r .)"
    # Another platform's is not this one's.
    fetch "$host/team/many:attested" --referrers --platform linux/arm64
    expect 0
    [ "$(referrers .)" = '[]' ]
    # What is attached to the index is asked for, too.
    inject ""
    fetch "$host/team/many:1" --referrers --platform linux/arm64
    asked 2 '.target | test("/referrers/")'
}

@test "the API, page by page; other tags are not asked for then, and a filter that was applied is no matter" {
    inject "$(api '[^?]*$' "$(page "$(entry 1)")" "Link='<?page=2>; rel=\"next\"'" OCI-Filters-Applied=artifactType)" \
        "$(api '.*page=2' "$(page "$(entry 2)" "$(entry 1)")" "Link='</v2/team/bare/referrers/$small?page=3>;rel=next'")" \
        "$(api '.*page=3' "$(page "$(entry 3 '{"artifactType": "application/vnd.example"}')")")"
    fetch "$host/team/bare:1" --referrers
    [ "$status" = 0 ]
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(referrers '[.[] | .digest[-1:], .found, .artifact_type]')" = \
        '["1","referrers-api",null,"2","referrers-api",null,"3","referrers-api","application/vnd.example"]' ]
    # They are not there: a warning each, and the image is.
    [ "$(grep -c 'warning: referrer sha256:0*[123]: .*not found' <<<"$stderr")" = 3 ]
    asked 0 ".target | test(\"/manifests/${small/:/-}\$\")"
    asked 3 "(.target | test(\"/referrers/\")) and (.accept == \"$INDEX\")"
}

@test "annotations are bounded and masked" {
    inject "$(api '' "$(page "$(entry 1 '{"annotations": {"PASSWORD": "hunter22", "note": "https://ada:lovelace@registry.example/",
        "number": 7, "long": "'"$(printf 'x%.0s' {1..2000})"'"}}')")")"
    fetch "$host/team/bare:1" --referrers
    [ "$status" = 0 ]
    [ "$(grep -c 'hunter22\|lovelace' "$BATS_TEST_TMPDIR/stdout")" = 0 ]
    [ "$(referrers '.[].annotations | [keys[], (.long | length)]')" = '["PASSWORD","long","note",512]' ]
}

@test "a list without end ends" {
    inject "$(api '' "$(page "$(entry 1)")" "Link='<?page=2>; rel=\"next\"'")"
    fetch "$host/team/bare:1" --referrers
    [ "$status" = 0 ]
    grep -q 'warning: more is attached to the image than is listed' <<<"$stderr"
    asked 100 '.target | test("/referrers/")'
}

@test "answers that are none" {
    inject 'GET /referrers/ status code=400'
    fetch "$host/team/app:1" --referrers
    expect 0
    [ "$(referrers '.[].found')" = '"referrers-tag"' ]
    inject 'GET /referrers/ status code=200 text="<html>" Content-Type=text/html'
    fetch "$host/team/app:1" --referrers
    expect 0
    [ "$(referrers '.[].found')" = '"referrers-tag"' ]
    inject 'GET /referrers/ status code=503'
    BUILD_ANALYSIS_RETRY_TIME=0 fetch "$host/team/app:1" --referrers
    expect 75 "referrers of $small: .*503"
    inject "$(api '' "'{'")"
    fetch "$host/team/app:1" --referrers
    expect 76 "referrers of $small"
    inject "$(api '' "$(page '{"digest": "sha256:../x", "size": 1}')")"
    fetch "$host/team/app:1" --referrers
    expect 76 'manifests\[0\]'
    inject "$(api '' "$(page)" "Link='<a'")"
    fetch "$host/team/app:1" --referrers
    expect 76 "'Link: <a' is malformed"
}

@test "a page at another host is asked for without the token" {
    use token
    inject "$(api '' "$(page "$(entry 1)")" "Link='<http://{far}/v2/team/app/referrers/$small?page=2>; rel=\"next\"'")" \
        "$(api '' "$(page "$(entry 2)")" at=far)"
    fetch "$host/team/app:1" --referrers
    asked 0 '.at == "far" and .credential'
    [ "$(requests '.at == "proxy" and .credential')" -gt 3 ]
}
