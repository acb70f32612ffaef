#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Images whose blobs have digests of another algorithm than SHA-256.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    export SOURCE_DATE_EPOCH=1700000000
    mkdir -p base/etc base/var/lib/dpkg top/app
    printf 'ID=debian\nVERSION_ID="12"\n' >base/etc/os-release
    printf 'Package: base\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\n' >base/var/lib/dpkg/status
    head -c 3000000 /dev/urandom >top/app/noise
    usual=$("$ROOT/tests/lib/make-image" usual t base top)
    digest=$("$ROOT/tests/lib/make-image" -d sha512 image t base top)
}

# extract ARGUMENT...: the packages are those of the usual image.
extract() {
    run_split extract-packages --format json "$@"
    expect 0
    validate stdout
    diff <(jq '[.result.packages[] | del(.layer)]' stdout) <(jq '[.result.packages[] | del(.layer)]' usual.json)
    [ "$(jq -r .result.image.manifest.digest stdout)" = "$digest" ]
}

# same_as_image: the layout has the same blobs, of SHA-512 alone.
same_as_image() {
    diff -r image/blobs/sha512 layout/blobs/sha512
    [ -z "$(ls layout/blobs/sha256)" ]
}

@test "sha512: extracted from a layout, an archive, with a cache, and as a reference's digest" {
    extract-packages --format json oci:usual:t >usual.json
    [ "$(jq '.result.packages | length' usual.json)" = 1 ]
    extract oci:image:t
    [[ $(jq -r '.result.packages[0].layer' stdout) =~ ^sha512:[0-9a-f]{128}$ ]]
    tar -C image -cf image.tar .
    extract oci-archive:image.tar:t
    gzip -k image.tar
    extract oci-archive:image.tar.gz:t
    for _ in 1 2; do
        extract oci:image:t --layer-cache cache --verify-diff-id
    done
    [ "$(find cache -type f | wc -l)" = 2 ]
    for format in cyclonedx-json spdx-json; do
        extract-packages --format $format oci:image:t >sbom
        grep -q "${digest#sha512:}" sbom
    done
    [ "$usual" != "$digest" ]
}

@test "sha512: fetched, kept in place, collected" {
    extract-packages --format json oci:usual:t >usual.json
    run_split fetch-image oci:image:t
    expect 0
    validate stdout
    [[ $(jq -r .result.resolved stdout) == *"@$digest" ]]
    run_split fetch-image oci:image:t --layout layout -o image.json
    expect 0
    same_as_image
    extract image.json
    echo other >other
    mv other "layout/blobs/sha512/$(sha512sum other | cut -d ' ' -f 1)"
    fetch-image --gc --layout layout
    same_as_image
}

@test "sha512: a layer, a config and a manifest that are not what their digest says" {
    for blob in $(jq -r '.layers[1].digest, .config.digest' "image/blobs/sha512/${digest#*:}") "$digest"; do
        cp -r image damaged
        printf x | dd of="damaged/blobs/${blob/://}" bs=1 seek=20 conv=notrunc status=none
        run_split extract-packages oci:damaged:t
        expect 76 "$blob.*(has the digest sha512:|damaged)"
        run_split fetch-image oci:damaged:t --layout new
        expect 76 "$blob.*has the digest sha512:"
        rm -r damaged
        [ ! -e "new/blobs/${blob/://}" ]
    done
}

@test "an algorithm that is not supported" {
    sed -i 's/sha512:[0-9a-f]*/sha384:'"$(printf %096d 0)"'/' image/index.json
    run_split fetch-image oci:image:t
    expect 78 "algorithm of 'sha384:0*.* is not supported"
    run_split fetch-image "registry.example/app@sha384:$(printf %096d 0)"
    expect 2 sha384
}
