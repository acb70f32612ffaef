#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# --verify-diff-id: what a layer inflates to is what the image's config says.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    export SOURCE_DATE_EPOCH=1700000000
    mkdir -p small/etc large/opt
    printf 'ID=debian\nVERSION_ID="12"\n' >small/etc/os-release
    # More than a mebibyte of gzip: hashed on a thread of its own.
    /usr/bin/python3 -c 'import random; open("large/opt/noise", "wb").write(random.Random(1).randbytes(3000000))'
    echo 'print(1)' >large/opt/last.py
    "$ROOT/tests/lib/make-image" good t small large >/dev/null
    small=$(jq -r '.layers[0].digest' "$(manifest good)")
    large=$(jq -r '.layers[1].digest' "$(manifest good)")
    small_id=$(jq -r '.rootfs.diff_ids[0]' "$(config good)")
    large_id=$(jq -r '.rootfs.diff_ids[1]' "$(config good)")
    wrong=sha256:$(printf '%064d' 7)
}

manifest() {
    echo "$1/blobs/sha256/$(jq -r '.manifests[0].digest[7:]' "$1/index.json")"
}

config() {
    echo "$1/blobs/sha256/$(jq -r '.config.digest[7:]' "$(manifest "$1")")"
}

# bad JSON: the image with other diff_ids in its config.
bad() {
    rm -rf bad
    "$ROOT/tests/lib/make-image" -c "{\"rootfs\": {\"diff_ids\": $1}}" bad t small large >/dev/null
}

verify() {
    run_split extract-packages --verify-diff-id --format json "$@"
}

@test "diff_ids that are right give the same document" {
    extract-packages --format json oci:good:t >plain.json
    for form in '' --no-sandbox --jobs=1; do
        verify $form -o verified.json oci:good:t
        expect 0
        cmp <(jq -S .result plain.json) <(jq -S .result verified.json)
    done
}

@test "each form of compression is verified by what it inflates to" {
    for tool in cat gzip "zstd -q" bzip2 xz; do
        tar -C large -cf - . | $tool >layer
        "$ROOT/tests/lib/make-image" -t application/vnd.oci.image.layer.v1.tar form t layer >/dev/null
        verify oci:form:t
        expect 0
    done
}

@test "one that is wrong is 76 and names layer and digests" {
    bad "[\"$wrong\", \"$large_id\"]"
    verify oci:bad:t
    expect 76 "layer $small: its inflated bytes have the digest $small_id; the config's diff_id is $wrong"
    [ ! -s stdout ]
    bad "[\"$small_id\", \"$wrong\"]"
    verify oci:bad:t
    expect 76 "layer $large: its inflated bytes have the digest $large_id; the config's diff_id is $wrong"
    # Of two, the lowest, whoever is first.
    bad "[\"$wrong\", \"$wrong\"]"
    for jobs in 1 2; do
        verify --jobs $jobs oci:bad:t
        expect 76 "layer $small: its inflated bytes"
    done
    # Not asked for, not looked at.
    run_split extract-packages --format json oci:bad:t
    expect 0
}

@test "an image document is verified the same way" {
    bad "[\"$wrong\", \"$large_id\"]"
    fetch-image oci:bad:t >image.json
    verify image.json
    expect 76 "layer $small: its inflated bytes"
}

@test "a config without diff_ids has nothing to verify by" {
    bad null
    verify oci:bad:t
    expect 76 "layer $small: the config has no diff_id to verify"
}

@test "bytes behind the end of the tar count" {
    tar -C small -cf more.tar .
    head -c 1024 /dev/zero >>more.tar
    echo tail >>more.tar
    "$ROOT/tests/lib/make-image" more t more.tar >/dev/null
    verify oci:more:t
    expect 0
}

@test "facts from a cache are verified by the digest that lies there" {
    verify --layer-cache cache oci:good:t
    expect 0
    # Without the blobs: the digests are in the cache.
    bad "[\"$small_id\", \"$wrong\"]"
    rm "bad/blobs/sha256/${small#sha256:}" "bad/blobs/sha256/${large#sha256:}"
    verify --layer-cache cache oci:bad:t
    expect 76 "layer $large: its inflated bytes have the digest $large_id; the config's diff_id is $wrong"
    bad "[\"$small_id\", \"$large_id\"]"
    rm "bad/blobs/sha256/${small#sha256:}" "bad/blobs/sha256/${large#sha256:}"
    verify --layer-cache cache oci:bad:t
    expect 0
}

@test "an entry without a digest is read again, and has one then" {
    run_split extract-packages --verbose --layer-cache cache -o out.json oci:good:t
    expect 0 "read 2 layers, 2 times in all; facts of 0 "
    run_split extract-packages --verbose --verify-diff-id --layer-cache cache -o out.json oci:good:t
    expect 0 "read 2 layers, 2 times in all; facts of 0 "
    run_split extract-packages --verbose --verify-diff-id --layer-cache cache -o out.json oci:good:t
    expect 0 "read 2 layers, 0 times in all; facts of 2 "
    run_split extract-packages --verbose --layer-cache cache -o out.json oci:good:t
    expect 0 "read 2 layers, 0 times in all; facts of 2 "
}

@test "one without a digest of a layer that was not fetched is 75, and is forgotten" {
    fetch-image oci:good:t >image.json
    extract-packages --layer-cache cache -o out.json image.json
    jq -c '.result.layers[1].absent = true' image.json >absent.json
    run_split extract-packages --layer-cache cache --format json absent.json
    expect 0
    verify --layer-cache cache absent.json
    expect 75 "layer $large was not fetched"
    run_split extract-packages --layer-cache cache --format json absent.json
    expect 75 "layer $large was not fetched"
}
