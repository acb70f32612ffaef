#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Layers that are not read: foreign, encrypted and no layers at all; artifacts instead of images.

load ../lib/helpers

layer=application/vnd.oci.image.layer.v1.tar

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    export SOURCE_DATE_EPOCH=1700000000
    mkdir -p base/etc base/var/lib/dpkg top/app
    printf 'ID=debian\nVERSION_ID="12"\n' >base/etc/os-release
    package base >base/var/lib/dpkg/status
    mkdir -p top/var/lib/dpkg/status.d
    package top >top/var/lib/dpkg/status.d/top
    for name in base top; do
        tar -C $name --sort=name --mtime=@0 --owner=0 --group=0 -czf $name.tar.gz .
    done
    printf 'GGUF\3\0\0\0' >model.gguf
    head -c 100000 /dev/zero >>model.gguf
}

package() {
    printf 'Package: %s\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1\n\n' "$1"
}

# make OPTION... LAYER...: the image oci:image:t
make() {
    local options=()
    while [[ $1 == -* ]]; do
        options+=("$1" "$2")
        shift 2
    done
    rm -rf image
    "$ROOT/tests/lib/make-image" "${options[@]}" image t "$@" >/dev/null
}

extract() {
    run_split extract-packages --format json "$@"
    [ "$status" != 0 ] || validate stdout
}

names() {
    jq -r '[.result.packages[].name] | sort | join(" ")' stdout
}

codes() {
    jq -r '[.result.warnings[].code] | join(" ")' stdout
}

artifact_type() {
    jq -r '.result.image.artifact_type' stdout
}

# strict REGEX: with --strict it is 76, and the document is written all the same.
strict() {
    extract --strict oci:image:t
    expect 76 "not all was read \(--strict\): 1 warning tells of it, the first: $1"
    [ -s stdout ]
}

digest_of() {
    echo "sha256:$(sha256sum <"$1" | cut -d ' ' -f 1)"
}

# Removes a layer's blob from the layout $2 (image).
lose() {
    rm "${2:-image}/blobs/sha256/$(sha256sum <"$1" | cut -d ' ' -f 1)"
}

# ---- foreign layers ----

@test "a foreign layer is read where it is there" {
    for type in application/vnd.docker.image.rootfs.foreign.diff.tar.gzip \
        application/vnd.oci.image.layer.nondistributable.v1.tar \
        application/vnd.oci.image.layer.nondistributable.v1.tar+gzip \
        application/vnd.oci.image.layer.nondistributable.v1.tar+zstd; do
        make -t $type -t $layer+gzip base.tar.gz top.tar.gz
        extract oci:image:t
        expect 0
        [ "$(names)" = "base top" ]
        [ "$(codes)" = "" ]
    done
}

@test "a foreign layer that is not there is a warning that names it" {
    for type in application/vnd.docker.image.rootfs.foreign.diff.tar.gzip \
        application/vnd.oci.image.layer.nondistributable.v1.tar; do
        make -t $type -t $layer+gzip base.tar.gz top.tar.gz
        lose base.tar.gz
        extract oci:image:t
        expect 0
        [ "$(names)" = top ]
        [ "$(codes)" = foreign-layer ]
        jq -r '.result.warnings[0].message' stdout |
            grep -q "^layer $(digest_of base.tar.gz) is of type '$type', which registries need not have"
        strict "foreign-layer: ''"
    done
}

@test "another layer that is not there is an error" {
    make -t $layer+gzip base.tar.gz
    lose base.tar.gz
    extract oci:image:t
    expect 66 "layer $(digest_of base.tar.gz)"
}

@test "fetch-image leaves a foreign layer out that is not there, and says so" {
    make -t application/vnd.oci.image.layer.nondistributable.v1.tar+gzip -t $layer+gzip base.tar.gz top.tar.gz
    fetch-image --layout whole oci:image:t >whole.json
    [ "$(jq -c '[.result.layers[].absent]' whole.json)" = '[false,false]' ]
    lose base.tar.gz
    # Copied, in place, from a folder, and from an archive.
    mkdir dir
    cp image/blobs/sha256/* dir/
    cp "dir/$(jq -r '.manifests[0].digest[7:]' image/index.json)" dir/manifest.json
    tar -C image -cf archive .
    fetch-image --layout copy oci:image:t >image.json
    fetch-image oci:image:t >in-place.json
    fetch-image --layout copy-of-dir dir:dir >dir.json
    fetch-image --layout copy-of-archive oci-archive:archive:t >archive.json
    for document in image in-place dir archive; do
        validate $document.json
        [ "$(jq -c '[.result.layers[].absent]' $document.json)" = '[true,false]' ]
        extract $document.json
        expect 0
        [ "$(names)" = top ]
        [ "$(codes)" = foreign-layer ]
    done
    extract whole.json
    [ "$(names)" = "base top" ]
}

@test "facts of a foreign layer that are cached are used" {
    make -t application/vnd.oci.image.layer.nondistributable.v1.tar+gzip -t $layer+gzip base.tar.gz top.tar.gz
    extract --layer-cache cache oci:image:t
    lose base.tar.gz
    extract --layer-cache cache oci:image:t
    expect 0
    [ "$(names)" = "base top" ]
    [ "$(codes)" = "" ]
}

# ---- encrypted layers ----

@test "an encrypted layer is refused by name, before anything is read" {
    head -c 1000 /dev/urandom >secret
    for type in $layer+gzip+encrypted $layer+encrypted; do
        make -t $layer+gzip -t "$type" base.tar.gz secret
        lose base.tar.gz
        extract oci:image:t
        expect 78 "image 'oci:image:t': layer $(digest_of secret) is encrypted \('${type//+/[+]}'\), and decrypting is not built in"
        [ ! -s stdout ]
    done
}

@test "fetch-image copies an encrypted layer as it is" {
    head -c 1000 /dev/urandom >secret
    make -t $layer+gzip+encrypted secret
    fetch-image --layout copy oci:image:t >image.json
    cmp secret "copy/blobs/sha256/$(sha256sum <secret | cut -d ' ' -f 1)"
    run_split extract-packages image.json
    expect 78 "is encrypted"
}

# ---- artifacts ----

@test "real artifacts give their type and a warning" {
    shared_or_skip data/oci-layouts/regclient-testrepo
    while read -r tag type layers; do
        extract "oci:$SHARED/data/oci-layouts/regclient-testrepo:$tag"
        expect 0
        [ "$(artifact_type)" = "$type" ]
        [ "$(codes)" = artifact ]
        jq -r '.result.warnings[0].message' stdout | grep -q "artifact of type '$type'; .* $layers of $layers\$"
        run_split extract-packages --strict --format json "oci:$SHARED/data/oci-layouts/regclient-testrepo:$tag"
        expect 76 "not all was read \(--strict\): 1 warning tells of it, the first: artifact"
    done <<'END'
a1 application/example.sbom 1
a2 application/example.signature 1
a3 application/example.layers 3
a-docker application/vnd.example.build-type+json 1
a-docker-oci application/vnd.example.build-type+json 1
a-example application/example 1
child application/example.child 1
mirror application/example.mirror 1
END
}

# kind ARTIFACT-TYPE OPTION... LAYER...: an artifact of that type, of whose layers none is opened.
kind() {
    local type=$1
    shift
    make "$@"
    extract oci:image:t
    expect 0
    [ "$(artifact_type)" = "$type" ]
    [ "$(names)" = "" ]
    [[ " $(codes) " == *" artifact "* ]]
    fetch-image --layout copy oci:image:t >image.json
    validate image.json
    [ "$(jq -r .result.artifact_type image.json)" = "$type" ]
    extract image.json
    [ "$(artifact_type)" = "$type" ]
}

@test "charts, models, signatures, attestations, wasm and SBOMs" {
    echo '{}' >json
    # A chart's layer is a tar, and no file system.
    kind application/vnd.cncf.helm.config.v1+json -m application/vnd.cncf.helm.config.v1+json \
        -t application/vnd.cncf.helm.chart.content.v1.tar+gzip base.tar.gz
    strict artifact
    kind application/vnd.docker.ai.model.config.v0.1+json -m application/vnd.docker.ai.model.config.v0.1+json \
        -t application/vnd.docker.ai.gguf.v3 model.gguf
    kind application/vnd.cncf.model.manifest.v1+json -a application/vnd.cncf.model.manifest.v1+json \
        -m application/vnd.cncf.model.config.v1+json -t application/vnd.cncf.model.weight.v1.raw model.gguf
    # cosign's signatures and BuildKit's attestations have an image's config.
    kind application/vnd.dev.cosign.simplesigning.v1+json \
        -t application/vnd.dev.cosign.simplesigning.v1+json json
    kind application/vnd.in-toto+json -t application/vnd.in-toto+json json
    kind application/vnd.wasm.config.v0+json -m application/vnd.wasm.config.v0+json -t application/wasm model.gguf
    kind application/spdx+json -a application/spdx+json -m application/vnd.oci.empty.v1+json \
        -t application/spdx+json json
    # An empty config and no artifactType: the layer's own type is all there is.
    kind text/spdx -m application/vnd.oci.empty.v1+json -t text/spdx json
}

@test "an artifact without any layer" {
    make -a application/example.note -m application/vnd.oci.empty.v1+json
    extract oci:image:t
    expect 0
    [ "$(artifact_type)" = application/example.note ]
    [ "$(codes)" = "artifact no-layers" ]
}

@test "an artifact whose config is no JSON" {
    make -m application/vnd.example.config -t application/vnd.example.layer model.gguf
    config=$(jq -r '.config.digest[7:]' "image/blobs/sha256/$(jq -r '.manifests[0].digest[7:]' image/index.json)")
    # As long as what it was.
    size=$(stat -c %s "image/blobs/sha256/$config")
    head -c "$size" /dev/zero >"image/blobs/sha256/$config"
    extract oci:image:t
    expect 76 "image config: .* has the digest"
    other=$(head -c "$size" /dev/zero | sha256sum | cut -d ' ' -f 1)
    mv "image/blobs/sha256/$config" "image/blobs/sha256/$other"
    old=$(jq -r '.manifests[0].digest[7:]' image/index.json)
    sed "s/$config/$other/" "image/blobs/sha256/$old" >manifest
    new=$(sha256sum <manifest | cut -d ' ' -f 1)
    mv manifest "image/blobs/sha256/$new"
    sed -i "s/$old/$new/" image/index.json
    extract oci:image:t
    expect 0
    [ "$(artifact_type)" = application/vnd.example.config ]
}

@test "folders in an artifact, as oras packs them, are read; files of the same type are not" {
    make -m application/vnd.unknown.config.v1+json -t $layer+gzip base.tar.gz
    extract oci:image:t
    expect 0
    [ "$(artifact_type)" = application/vnd.unknown.config.v1+json ]
    [ "$(names)" = base ]
    [ "$(codes)" = "" ]
    make -m application/vnd.unknown.config.v1+json -t $layer+gzip -t $layer base.tar.gz model.gguf
    extract oci:image:t
    expect 0
    [ "$(names)" = base ]
    jq -r '.result.warnings[0].message' stdout | grep -q ': 1 of 2$'
}

# ---- images of which a layer is none ----

@test "a model among an image's layers is a warning, and the others are read" {
    make -t $layer+gzip -t application/vnd.docker.ai.gguf.v3 -t $layer+gzip base.tar.gz model.gguf top.tar.gz
    extract oci:image:t
    expect 0
    [ "$(artifact_type)" = null ]
    [ "$(names)" = "base top" ]
    [ "$(codes)" = not-a-layer ]
    jq -r '.result.warnings[0].message' stdout |
        grep -q "^layer $(digest_of model.gguf) is of type 'application/vnd.docker.ai.gguf.v3' and no tar"
    strict not-a-layer
}

@test "a layer of an unknown type that is a tar is read" {
    make -t $layer+gzip -t application/vnd.example.delta base.tar.gz top.tar.gz
    extract oci:image:t
    expect 0
    [ "$(names)" = "base top" ]
    [ "$(codes)" = "" ]
    # Types that say nothing, too.
    make -t application/octet-stream -t application/octet-stream base.tar.gz top.tar.gz
    extract oci:image:t
    [ "$(artifact_type) $(names) $(codes)" = "null base top " ]
}

@test "what claims to be a layer and is none is an error" {
    make -t $layer+gzip -t $layer base.tar.gz model.gguf
    extract oci:image:t
    expect 76 "layer $(digest_of model.gguf) is not a readable tar archive"
}

@test "no layer is read otherwise because of what is cached" {
    make -t $layer+gzip base.tar.gz
    extract --layer-cache cache oci:image:t
    make -m application/vnd.cncf.helm.config.v1+json \
        -t application/vnd.cncf.helm.chart.content.v1.tar+gzip base.tar.gz
    extract oci:image:t
    cp stdout plain
    extract --layer-cache cache oci:image:t
    cmp plain stdout
}
