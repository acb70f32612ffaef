#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Layers in every form: how they are compressed, and what their media types say of it.

load ../lib/helpers

setup_file() {
    cd "$BATS_FILE_TMPDIR" || exit
    mkdir -p rootfs/etc rootfs/var/lib/dpkg rootfs/opt
    printf 'ID=debian\nVERSION_ID="12"\n' >rootfs/etc/os-release
    printf 'Package: demo\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1.0-1\n\n' \
        >rootfs/var/lib/dpkg/status
    # More than one piece, block and window of each format; nothing that deflates to almost nothing.
    seq 80000 >rootfs/opt/numbers
    printf 'print(1)\n' >rootfs/opt/last.py
    tar -C rootfs --sort=name --mtime=@0 --owner=0 --group=0 -cf layer.tar .
    image_of plain layer.tar application/vnd.oci.image.layer.v1.tar
    facts_of plain >plain.json
    [ "$(jq -c '[(.[1] | length), (.[3] | length)]' plain.json)" = '[1,1]' ]
}

setup() {
    cd "$BATS_FILE_TMPDIR" || exit
    export SOURCE_DATE_EPOCH=1700000000
}

# Image $1 of the layer file $2 as it is, whose media type is $3.
image_of() {
    rm -rf "$1"
    "$ROOT/tests/lib/make-image" -t "$3" "$1" t "$2" >/dev/null
}

# What is found, without what names the blob.
facts_of() {
    extract-packages --format json "oci:$1:t" |
        jq -S '.result | [."operating-system", ."python-files", .warnings, (.packages | map(del(.layer)))]'
}

# same FILE [MEDIA-TYPE]: reads as the plain layer does.
same() {
    image_of image "$1" "${2:-application/vnd.oci.image.layer.v1.tar}"
    facts_of image >found.json
    cmp plain.json found.json
}

# refused FILE REGEX
refused() {
    image_of image "$1" application/vnd.oci.image.layer.v1.tar
    run_split extract-packages --format json oci:image:t
    expect 76 "layer sha256:[0-9a-f]{64}:? $2"
}

# The layer in two parts, one behind the other: as parallel compressors write it.
in_parts() {
    split -n 2 layer.tar part.
    { "$@" <part.aa && "$@" <part.ab; } >parts
}

@test "gzip: one member, several, padded, eStargz" {
    gzip -c layer.tar >packed
    same packed
    in_parts gzip -c
    same parts
    head -c 10240 /dev/zero >>parts
    same parts
    "$ROOT/tests/lib/make-chunked" estargz layer.tar packed
    # One member an entry, as real ones have it.
    [ "$(tar -tf layer.tar | wc -l)" -gt 5 ]
    gzip -dc packed | tar -tf - | grep -q stargz.index.json
    same packed
}

@test "zstd: one frame, several, skippable frames, zstd:chunked" {
    zstd -q -c layer.tar >packed
    same packed
    in_parts zstd -q -c
    same parts
    { printf '\x5e\x2a\x4d\x18\x04\x00\x00\x00skip' && cat parts; } >packed
    same packed
    "$ROOT/tests/lib/make-chunked" zstd-chunked layer.tar packed
    zstd -q -dc packed | cmp - layer.tar
    same packed
}

@test "bzip2: every block size, several streams" {
    for size in -1 -9; do
        bzip2 $size -c layer.tar >packed
        same packed
    done
    in_parts bzip2 -c
    same parts
}

@test "xz: several presets, streams, blocks and checks" {
    for level in -0 -6 -9e; do
        xz $level -c layer.tar >packed
        same packed
    done
    for check in none crc32 sha256; do
        xz --check=$check --block-size=100000 -c layer.tar >packed
        same packed
    done
    in_parts xz -c
    same parts
    head -c 512 /dev/zero >>parts
    same parts
}

@test "what is cut is told, in each format" {
    for tool in gzip "zstd -q" bzip2 xz; do
        $tool -c layer.tar >packed
        head -c $(($(stat -c %s packed) / 2)) packed >shorter
        refused shorter "is cut short: the compressed data ends early"
        head -c -1 packed >shorter
        refused shorter "is cut short: the compressed data ends early"
    done
}

@test "what is damaged is told, in each format" {
    for tool in gzip "zstd -q --check" bzip2 xz; do
        $tool -c layer.tar >packed
        printf 'XXXXXXXX' | dd of=packed bs=1 seek=$(($(stat -c %s packed) - 200)) conv=notrunc status=none
        # A block of bzip2 is given before its checksum is seen, so that tar may be the first to object.
        name=${tool%% *} tar=
        [ "$name" != bzip2 ] || tar='|is not a readable tar archive'
        refused packed "(the $name data is damaged${tar:-})"
    done
}

@test "what follows the compressed data is told" {
    for tool in gzip bzip2 xz; do
        { $tool -c layer.tar && echo junk; } >packed
        refused packed "bytes that are no $tool follow the $tool data"
    done
}

@test "xz that asks for more memory than it gets is refused" {
    xz --lzma2=dict=512MiB -c layer.tar >packed
    refused packed "the xz data needs 512 MiB of memory, more than the 128 that it may have"
}

@test "a media type is believed less than the bytes" {
    gzip -c layer.tar >packed.gz
    zstd -q -c layer.tar >packed.zst
    bzip2 -c layer.tar >packed.bz2
    xz -c layer.tar >packed.xz
    for type in application/vnd.oci.image.layer.v1.tar \
        application/vnd.oci.image.layer.v1.tar+gzip \
        application/vnd.oci.image.layer.v1.tar+zstd \
        application/vnd.docker.image.rootfs.diff.tar \
        application/vnd.docker.image.rootfs.diff.tar.gzip; do
        for file in layer.tar packed.gz packed.zst packed.bz2 packed.xz; do
            same "$file" "$type"
        done
    done
}

@test "fetch-image takes archives and layers in every form" {
    mkdir -p docker
    jq -c . "plain/blobs/sha256/$(jq -r .config.digest "plain/blobs/sha256/$(jq -r '.manifests[0].digest[7:]' plain/index.json)" |
        sed 's/sha256://')" >docker/config.json
    echo '[{"Config": "config.json", "RepoTags": ["a:t"], "Layers": ["layer"]}]' >docker/manifest.json
    for tool in bzip2 xz; do
        $tool -c layer.tar >docker/layer
        tar -C docker -cf - . | $tool -c >archive
        rm -rf copy
        fetch-image --layout copy docker-archive:archive >image.json
        [ "$(jq -r '.result.layers[0].mediaType' image.json)" = application/vnd.oci.image.layer.v1.tar+$tool ]
        [ "$(extract-packages --format json image.json | jq -r '.result.packages[].name')" = demo ]
    done
}
