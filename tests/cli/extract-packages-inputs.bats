#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Images read where they lie: the same result as by way of fetch-image, and the same refusals.

# shellcheck disable=SC2154 # run_split sets stderr
load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    unset BUILD_ANALYSIS_NO_SANDBOX
    layout=$TESTDATA/demo/images
}

# both REF: here.json and status $here of extract-packages, there.json and $there by way of fetch-image.
both() {
    here=0 there=0
    extract-packages --format json "$1" >here.json 2>here.err || here=$?
    rm -rf copied
    fetch-image --layout copied "$1" >image.json 2>there.err || there=$?
    [ "$there" != 0 ] || extract-packages --format json image.json >there.json 2>there.err || there=$?
}

# same REF: both read it, and say the same.
same() {
    both "$1"
    [ "$here" = 0 ] || { cat here.err; return 1; }
    [ "$there" = 0 ] || { cat there.err; return 1; }
    cmp <(jq -S '[.result, .metadata.document_id, .metadata.arguments]' here.json) \
        <(jq -S '[.result, .metadata.document_id, .metadata.arguments]' there.json)
}

# refused STATUS REF REGEX: both say no with that status, in one line like that.
refused() {
    both "$2"
    if [ "$here" != "$1" ] || [ "$there" != "$1" ]; then
        echo "here $here, there $there" && cat here.err there.err
        return 1
    fi
    [ ! -s here.json ]
    [ "$(wc -l <here.err)" = 1 ]
    grep -Eq -e "$3" here.err || { cat here.err; return 1; }
    grep -Eq -e "$3" there.err || { cat there.err; return 1; }
}

# oci_archive: app.tar, an OCI layout of the image output alone, of which app/ is left.
oci_archive() {
    rm -rf app
    fetch-image --layout app "oci:$layout:output" >/dev/null
    tar -C app -cf app.tar .
}

# layer N: the digest of a layer of the image output, 0 the lowest.
layer() {
    fetch-image --no-layers "oci:$layout:output" | jq -r ".result.layers[$1].digest[7:]"
}

packages() {
    jq -S '[.result.packages[] | del(.layer)]' "$1"
}

@test "every good archive of others is read as by way of a layout, every bad one is refused alike" {
    shared_or_skip data/images
    read_ones=0
    for file in "$SHARED"/data/images/*.tar*; do
        for ref in "docker-archive:$file" "docker-archive:$file:@1"; do
            both "$ref"
            [ "$here" = "$there" ] || { echo "$ref: $here, and $there by way of a layout" && return 1; }
            if [ "$here" = 0 ]; then
                same "$ref"
                read_ones=$((read_ones + 1))
            else
                cmp <(sed 's/^[a-z-]*//' here.err) <(sed 's/^[a-z-]*//' there.err)
            fi
        done
    done
    # alpine-311, hello-world-v25, overwritten_file, empty_layer_history, both whiteout_*; @1 of the two with two.
    [ "$read_ones" = 8 ]
}

@test "docker archives, plain and compressed, whatever their layers' compression" {
    docker_archive output
    gzip -kn archive.tar
    zstd -q archive.tar
    extract-packages --format json "oci:$layout:output" >layout.json
    for file in archive.tar archive.tar.gz archive.tar.zst; do
        same "docker-archive:$file"
        cmp <(packages here.json) <(packages layout.json)
    done
    gzip -n save/0/layer.tar && mv save/0/layer.tar.gz save/0/layer.tar
    tar -C save -cf archive.tar .
    same docker-archive:archive.tar:team/app:1
    cmp <(packages here.json) <(packages layout.json)
}

@test "OCI archives, plain and compressed, and skopeo's folders" {
    oci_archive
    gzip -kn app.tar
    zstd -q app.tar
    extract-packages --format json "oci:$layout:output" >layout.json
    for file in app.tar app.tar.gz app.tar.zst; do
        same "oci-archive:$file"
        cmp <(jq -S .result.packages here.json) <(jq -S .result.packages layout.json)
    done
    mkdir folder
    cp app/blobs/sha256/* folder/
    manifest=$(jq -r '.manifests[0].digest[7:]' app/index.json)
    mv "folder/$manifest" folder/manifest.json
    same dir:folder
    cmp <(jq -S .result.packages here.json) <(jq -S .result.packages layout.json)
}

@test "a compressed archive whose layers stand in any order" {
    oci_archive
    mapfile -t blobs < <(cd app && find blobs -type f | sort)
    mapfile -t back < <(cd app && find blobs -type f | sort -r)
    tar -C app -czf one.tar.gz "${blobs[@]}" index.json oci-layout
    tar -C app -czf two.tar.gz oci-layout index.json "${back[@]}"
    same oci-archive:one.tar.gz
    jq -S .result.packages here.json >one.json
    same oci-archive:two.tar.gz
    cmp one.json <(jq -S .result.packages here.json)
}

@test "a hard link to a member that was passed over" {
    mkdir -p rootfs/ostree rootfs/var/lib/dpkg
    printf 'Package: demo\nStatus: install ok installed\nArchitecture: all\nVersion: 1.0\n\n' >rootfs/ostree/object
    ln rootfs/ostree/object rootfs/var/lib/dpkg/status
    tar -C rootfs -cf layer.tar ostree var
    "$ROOT/tests/lib/make-image" image t layer.tar >/dev/null
    tar -C image -cf image.tar .
    gzip -kn image.tar
    for file in image.tar image.tar.gz; do
        same "oci-archive:$file"
        [ "$(jq -c '[.result.packages[].name]' here.json)" = '["demo"]' ]
    done
}

@test "layers of an archive are kept in the layer cache, and then not read" {
    docker_archive output
    gzip -n archive.tar
    extract-packages --format json --layer-cache cache docker-archive:archive.tar.gz >first.json
    run_split extract-packages -v --format json --layer-cache cache docker-archive:archive.tar.gz
    expect 0
    [[ $stderr == *"times in all; facts of $(jq '.result.layers | length' first.json) came from the layer cache"* ]]
    cmp <(jq -S .result first.json) <(jq -S .result stdout)
}

@test "memory does not grow with the archive" {
    mkdir rootfs
    head -c 300M /dev/zero | openssl enc -aes-128-ctr -K 00 -iv 00 >rootfs/random
    tar -C rootfs -cf layer.tar random
    "$ROOT/tests/lib/make-image" image t layer.tar >/dev/null
    tar -C image -cf plain.tar .
    gzip -1 -n <plain.tar >packed.tar.gz
    for file in plain.tar packed.tar.gz; do
        env time -f %M -o memory extract-packages --format json "oci-archive:$file" >out.json
        # The sanitizers' own memory is no measure.
        [ "$CONFIG" != release ] || [ "$(tail -n 1 memory)" -lt 65536 ] || { cat memory && return 1; }
    done
}

@test "nothing is written beside what was asked for, and a read-only folder is enough" {
    program_or_skip strace
    docker_archive output
    gzip -kn archive.tar
    for file in archive.tar archive.tar.gz; do
        strace -f -e trace=openat,open,creat,mkdir,mkdirat,memfd_create -o trace \
            extract-packages --format json "docker-archive:$file" >out.json || skip "strace cannot trace here"
        grep -q "$file" trace
        if grep -E 'O_CREAT|O_WRONLY|O_RDWR|O_TMPFILE|creat\(|mkdir|memfd' trace; then return 1; fi
    done
}

@test "cut, empty, absent, no file, no archive" {
    docker_archive output
    gzip -kn archive.tar
    for name in archive.tar archive.tar.gz; do
        head -c "$(($(stat -c %s "$name") / 2))" "$name" >"cut-$name"
        refused 76 "docker-archive:cut-$name" "cut-$name"
        refused 76 "oci-archive:cut-$name" "cut-$name"
    done
    : >empty.tar
    refused 76 docker-archive:empty.tar "'empty.tar' has no 'manifest.json'"
    refused 76 oci-archive:empty.tar "'empty.tar' has no 'index.json'"
    gzip -n empty.tar
    refused 76 docker-archive:empty.tar.gz "'empty.tar.gz' has no 'manifest.json'"
    refused 66 docker-archive:nowhere.tar "cannot open 'nowhere.tar': No such file"
    refused 66 dir:nowhere "cannot find 'nowhere': No such file"
    refused 66 oci:nowhere "nowhere': No such file"
    refused 74 docker-archive:save "cannot read 'save': Is a directory"
    refused 74 oci-archive:save "cannot read 'save': Is a directory"
    mkfifo pipe
    refused 2 oci-archive:pipe "'pipe' is no regular file"
    echo text >text
    refused 76 docker-archive:text "text is not a readable tar archive"
    refused 66 docker-archive:archive.tar:nobody "there is no image 'nobody'; there is 'docker.io/team/app:1'"
    mkdir plain && echo '{}' >plain/oci-layout
    refused 76 oci:plain "plain' is no OCI layout"
}

@test "a layer that is not what its digest says" {
    oci_archive
    blob=app/blobs/sha256/$(layer 0)
    chmod u+w "$blob"
    printf X | dd of="$blob" bs=1 seek=1000 conv=notrunc status=none
    tar -C app -cf app.tar .
    tar -C app -czf app.tar.gz .
    mkdir folder
    cp app/blobs/sha256/* folder/
    mv "folder/$(jq -r '.manifests[0].digest[7:]' app/index.json)" folder/manifest.json
    for ref in oci-archive:app.tar oci-archive:app.tar.gz dir:folder oci:app; do
        run_split extract-packages --format json "$ref"
        expect 76 "layer sha256:$(layer 0)"
        [ -z "$output" ]
    done
    docker_archive output
    echo >>save/0/layer.tar
    tar -C save -cf archive.tar .
    tar -C save -czf archive.tar.gz .
    refused 76 docker-archive:archive.tar "has the digest sha256:[0-9a-f]* instead of sha256:"
    refused 76 docker-archive:archive.tar.gz "layer '0/layer.tar' has the digest sha256:.*; the config says sha256:"
}

@test "a layer that is not there" {
    oci_archive
    rm "app/blobs/sha256/$(layer 1)"
    tar -C app -cf app.tar .
    tar -C app -czf app.tar.gz .
    refused 76 oci-archive:app.tar "layer sha256:$(layer 1): 'app.tar' does not hold it"
    refused 76 oci-archive:app.tar.gz "layer sha256:$(layer 1): 'app.tar.gz' does not hold it"
    mkdir folder
    cp app/blobs/sha256/* folder/
    mv "folder/$(jq -r '.manifests[0].digest[7:]' app/index.json)" folder/manifest.json
    refused 66 dir:folder "layer sha256:$(layer 1): cannot open 'folder/$(layer 1)': No such file"
    docker_archive output
    rm save/0/layer.tar
    tar -C save -cf archive.tar .
    refused 76 docker-archive:archive.tar "layer '0/layer.tar' is not in the archive"
}

@test "no permission" {
    [ "$(id -u)" != 0 ] || program_or_skip setpriv
    as_nobody=()
    [ "$(id -u)" != 0 ] || as_nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups)
    docker_archive output
    chmod 0 archive.tar
    chmod 755 "$BATS_TEST_TMPDIR"
    "${as_nobody[@]}" test -x "$BATS_TEST_TMPDIR" && "${as_nobody[@]}" test -x "$BIN/extract-packages" ||
        skip "nobody cannot come here"
    run_split "${as_nobody[@]}" extract-packages docker-archive:archive.tar
    expect 74 "cannot open 'archive.tar': Permission denied"
}

# asks NAME: it is taken for a registry's; a proxy that is not there keeps the question at home.
asks() {
    https_proxy=http://127.0.0.1:1 run_split extract-packages "$1" --retry-time 0
    expect 75 "registry '$2'.*127.0.0.1 port 1"
}

@test "what names no file is a registry's, as docker has it" {
    asks docker://registry.example/app:1 registry.example
    asks registry.example/app:1 registry.example
    asks alpine registry-1.docker.io
}

@test "a file that is not there, a folder and an archive say how images are named" {
    run_split extract-packages image.json
    expect 66 "cannot open 'image.json', which is read as the file of an image document \(an image of a registry: 'docker://image.json'\): No such file or directory"
    mkdir folder
    run_split extract-packages folder
    expect 2 "'folder' is a folder: say of which kind, as 'oci:folder', 'dir:folder' or 'rootfs:folder'"
    tar cf saved.tar folder
    gzip -k saved.tar
    for archive in saved.tar saved.tar.gz; do
        run_split extract-packages $archive
        expect 2 "'$archive' is an archive: say of which kind, as 'docker-archive:$archive' or 'oci-archive:$archive'"
    done
}
