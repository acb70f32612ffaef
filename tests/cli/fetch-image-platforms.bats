#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image of images for several platforms: --all-platforms, --platform, --max-size.

load ../lib/helpers

INDEX=application/vnd.oci.image.index.v1+json

# add JSON: a document as a blob of the layout many; prints its descriptor, without a media type.
add() {
    printf '%s' "$1" >document
    digest=$(sha256sum <document) && digest=${digest%% *}
    jq -cn --arg d "sha256:$digest" --argjson s "$(stat -c %s document)" '{digest: $d, size: $s}'
    mv document "many/blobs/sha256/$digest"
}

# A layout with an index of the demo's two images and an attestation that is not there; "windows" is the
# second in an index of its own.
setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    cp -r "$TESTDATA/demo/images" many && chmod -R u+w many
    base=$(entry base) && top=$(entry output)
    inner=$(add "$(jq -cn --argjson m "$top" --arg t "$INDEX" '{schemaVersion: 2, mediaType: $t, manifests: [
        $m + {platform: {os: "windows", architecture: "amd64", "os.version": "10.0.20348.2700"}}]}')")
    outer=$(add "$(jq -cn --argjson m "$base" --argjson i "$inner" --arg t "$INDEX" '{schemaVersion: 2, mediaType: $t, manifests: [
        $m + {platform: {os: "linux", architecture: "arm64", variant: "v8"}},
        {mediaType: "application/vnd.oci.image.manifest.v1+json", digest: ("sha256:" + "0" * 64), size: 2,
         platform: {os: "unknown", architecture: "unknown"}, annotations: {"vnd.docker.reference.type": "attestation-manifest"}},
        $i + {mediaType: $t}, $m]}')")
    name many
}

# entry TAG: the descriptor that it has in the demo's layout.
entry() {
    jq -c --arg t "$1" '.manifests[] | select(.annotations[] == $t) | del(.annotations)' "$TESTDATA/demo/images/index.json"
}

# name TAG: index.json holds the outer index alone, by this name.
name() {
    jq -cn --argjson i "$outer" --arg t "$INDEX" --arg n "$1" '{schemaVersion: 2, manifests: [
        $i + {mediaType: $t, annotations: {"org.opencontainers.image.ref.name": $n}}]}' >many/index.json
}

digests() {
    jq -cS ".result | $1" "$BATS_TEST_TMPDIR/stdout"
}

@test "--all-platforms: every image, and the index as it is" {
    run_split fetch-image --all-platforms --layout out oci:many:many
    expect 0
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(digests '[.platforms[].manifest.digest]')" = "$(jq -cn --argjson a "$base" --argjson b "$top" '[$a.digest, $b.digest]')" ]
    [ "$(digests .index.digest)" = "$(jq .digest <<<"$outer")" ]
    [ "$(digests .index.digest)" = "$(jq '.manifests[0].digest' out/index.json)" ]
    [ "$(jq '.manifests | length' out/index.json)" = 1 ]
    (cd out/blobs/sha256 && for f in *; do echo "$f  $f"; done | sha256sum -c --quiet)
    # The two indexes, two manifests, two configs, and the layers that both share but once.
    [ "$(find out/blobs -type f | wc -l)" = \
        "$((6 + $(jq -r '.layers[].digest' many/blobs/sha256/"$(jq -r '.digest[7:]' <<<"$base")" \
            many/blobs/sha256/"$(jq -r '.digest[7:]' <<<"$top")" | sort -u | wc -l)))" ]
    for platform in linux/arm64 'windows(10.0.20348)/amd64'; do
        run_split fetch-image --no-layers --all-platforms --platform "$platform" oci:out
        [ "$status" = 66 ]
    done
}

@test "--all-platforms without a platform of its own: the document is of the first" {
    run_split fetch-image --all-platforms --layout out oci:many
    expect 0
    [ "$(digests .manifest.digest)" = "$(jq .digest <<<"$base")" ]
    run_split fetch-image --all-platforms --no-layers --platform plan9/amd64 oci:many
    expect 66 'no image for plan9/amd64; there is windows\(10.0.20348.2700\)/amd64'
}

@test "--all-platforms of one image is that image" {
    run_split fetch-image --all-platforms --layout out "oci:$TESTDATA/demo/images:base"
    expect 0
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(digests '[.platforms[].manifest] == [.manifest]')" = true ]
    [ "$(digests 'has("index")')" = false ]
}

@test "--all-platforms in place: what is missing is told" {
    run_split fetch-image --all-platforms oci:many
    expect 0
    [ "$(digests .layout)" = "\"$PWD/many\"" ]
    layer=$(jq -r '.layers[-1].digest[7:]' many/blobs/sha256/"$(jq -r '.digest[7:]' <<<"$top")")
    rm "many/blobs/sha256/$layer"
    run_split fetch-image --all-platforms oci:many
    expect 76 "layer sha256:$layer is not there"
}

@test "the same with and without --all-platforms are two documents" {
    one=$(fetch-image --layout out --no-layers "oci:$TESTDATA/demo/images:base" | jq .metadata.document_id)
    all=$(fetch-image --layout out --no-layers --all-platforms "oci:$TESTDATA/demo/images:base" | jq .metadata.document_id)
    [ "$one" != "$all" ]
}

@test "--max-size: refused before a layer, with both sizes" {
    size=$(jq '[.layers[].size] | add' many/blobs/sha256/"$(jq -r '.digest[7:]' <<<"$base")")
    run_split fetch-image --max-size "$((size - 1))" --layout out "oci:$TESTDATA/demo/images:base"
    expect 78 "its layers have $size bytes, more than the $((size - 1)) that --max-size allows"
    [ ! -e out ]
    run_split fetch-image --max-size "$size" --layout out "oci:$TESTDATA/demo/images:base"
    expect 0
    run_split fetch-image --max-size 1G --all-platforms --layout out oci:many
    expect 0
    run_split fetch-image --max-size "$size" --all-platforms --layout other oci:many
    expect 78 "more than the $size "
    run_split fetch-image --max-size much oci:many
    expect 2 "--max-size takes a number of bytes"
}
