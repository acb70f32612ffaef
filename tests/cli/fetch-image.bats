#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image on the command line; its documents and refusals are in tests/golden/fetch-image,
# registries in tests/servers.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    layout=$TESTDATA/demo/images
    image=oci:$layout:base
}

# whole LAYOUT: every blob has the digest that is its name, and nothing else lies there but what an
# interrupted one may go on with.
whole() {
    (cd "$1/blobs/sha256" && for f in *; do [ ! -e "$f" ] || echo "$f  $f"; done >"$BATS_TEST_TMPDIR/sums")
    [ ! -s sums ] || (cd "$1/blobs/sha256" && sha256sum -c --quiet "$BATS_TEST_TMPDIR/sums")
    [ -z "$(find "$1" -type f ! -path '*/blobs/sha256/*' ! -path '*/partial/sha256-*' \
        ! -name index.json ! -name oci-layout)" ]
}

# digests FILTER: of the document on stdout.
digests() {
    jq -cS ".result | $1" "$BATS_TEST_TMPDIR/stdout"
}

@test "--help and --version" {
    run_split fetch-image --help
    expect 0
    [[ $output == "Usage: fetch-image "* ]]
    [[ $output == *"--no-layers"* ]]
    run_split fetch-image --version
    [[ $output == "fetch-image (build-analysis) "* ]]
}

@test "wrong options are 2" {
    run_split fetch-image
    expect 2
    run_split fetch-image one two
    expect 2 "too many arguments"
    run_split fetch-image --nonsense x
    expect 2 "unknown option '--nonsense'"
    run_split fetch-image --platform linux "$image"
    expect 2 "'linux' is no platform"
    run_split fetch-image --tls-verify=perhaps "$image"
    expect 2 "--tls-verify"
    run_split fetch-image ostree:app:1
    expect 2 "'ostree:' is not supported"
    run_split fetch-image ../image.tar
    expect 2 "'\.\.' is no host"
}

@test "the environment stands in for options, and the command line wins" {
    BUILD_ANALYSIS_LAYOUT=here BUILD_ANALYSIS_NO_LAYERS=true run_split fetch-image "$image"
    expect 0
    [ "$(digests .layout)" = null ]
    BUILD_ANALYSIS_LAYOUT=here run_split fetch-image --layout there "$image"
    expect 0
    [ "$(jq -r .result.layout <<<"$output")" = "$(realpath there)" ]
    [ ! -e here ]
    BUILD_ANALYSIS_PLATFORM=nowhere run_split fetch-image "$image"
    expect 2 "'nowhere' is no platform"
}

@test "without --layout: the cache, by its absolute path" {
    docker_archive base
    run_split fetch-image docker-archive:archive.tar
    expect 0
    [ "$(jq -r .result.layout <<<"$output")" = "$XDG_CACHE_HOME/build-analysis/layout" ]
    whole "$XDG_CACHE_HOME/build-analysis/layout"
    XDG_CACHE_HOME='' HOME=$PWD/home run_split fetch-image docker-archive:archive.tar
    expect 0
    [ "$(jq -r .result.layout <<<"$output")" = "$PWD/home/.cache/build-analysis/layout" ]
    run_split env -u XDG_CACHE_HOME -u HOME "$BIN/fetch-image" docker-archive:archive.tar
    expect 78 "neither XDG_CACHE_HOME nor HOME"
}

@test "the same image gives the same document, another name another id" {
    export SOURCE_DATE_EPOCH=1700000000
    fetch-image -o first.json "$image"
    fetch-image -o second.json "$image"
    cmp first.json second.json
    validate first.json
    [[ $(jq -r .metadata.document_id first.json) == image-240601120000-* ]]
    fetch-image -o third.json --layout copy "$image"
    [ "$(jq .metadata.document_id first.json)" != "$(jq .metadata.document_id third.json)" ]
}

@test "a docker archive: layers are the diff_ids, the config is byte for byte, whatever is around it" {
    docker_archive output
    gzip -kn archive.tar
    zstd -q archive.tar
    for name in archive.tar archive.tar.gz archive.tar.zst; do
        run_split fetch-image --layout "of-$name" "docker-archive:$name"
        expect 0
        validate "$BATS_TEST_TMPDIR/stdout"
        [ "$(digests '[.layers[].digest] == [.layers[].diff_id]')" = true ]
        whole "of-$name"
        digests 'del(.layout, .reference, .resolved)' >"of-$name.json"
        cmp of-archive.tar.json "of-$name.json"
    done
    config=$(digests '.config.digest[7:]' | tr -d '"')
    cmp "of-archive.tar/blobs/sha256/$config" "$layout/blobs/sha256/$config"
    [ "$(fetch-image --layout x docker-archive:archive.tar | extract-packages | jq -S .result.packages | sed '/"layer"/d')" = \
        "$(extract-packages "oci:$layout:output" | jq -S .result.packages | sed '/"layer"/d')" ]
}

@test "images by name, however it is spelled, and by number" {
    docker_archive base
    for name in docker.io/team/app:1 team/app:1 @0; do
        run_split fetch-image --no-layers "docker-archive:archive.tar:$name"
        expect 0
    done
    for name in team/app team/app:2 quay.example/team/app:1 @1; do
        run_split fetch-image --no-layers "docker-archive:archive.tar:$name"
        expect 66 "there is no image '$name'; there is 'docker.io/team/app:1'"
    done
    digest=sha256:$(sha256sum </dev/null | cut -d ' ' -f 1)
    [ "$(fetch-image --no-layers "oci:$TESTDATA/demo/images:@0" | jq -r .result.manifest.digest)" = \
        "$(jq -r '.manifests[0].digest' "$TESTDATA/demo/images/index.json")" ]
    for name in @ @x @-1 TEAM/app:1 "team/app@$digest"; do
        run_split fetch-image --no-layers "docker-archive:archive.tar:$name"
        expect 2 "is no image reference: "
    done
}

@test "a docker archive whose layer is not what the config says" {
    docker_archive base
    echo >>save/0/layer.tar
    tar -C save -cf archive.tar .
    run_split fetch-image --layout out docker-archive:archive.tar
    expect 76 "sha256:.* has the digest sha256:.* instead of sha256:"
    gzip -n archive.tar
    run_split fetch-image --layout out docker-archive:archive.tar.gz
    expect 76 "layer '0/layer.tar' has the digest sha256:.*; the config says sha256:"
    [ "$(jq '.manifests | length' out/index.json)" = 0 ]
    whole out
}

@test "compressed layers in a docker archive keep their compression" {
    docker_archive base
    gzip -n save/0/layer.tar && mv save/0/layer.tar.gz save/0/layer.tar
    zstd -q --rm save/1/layer.tar && mv save/1/layer.tar.zst save/1/layer.tar
    tar -C save -cf archive.tar .
    run_split fetch-image --layout out docker-archive:archive.tar
    expect 0
    [ "$(digests '[.layers[].mediaType | sub(".*[.]tar"; "")]')" = '["+gzip","+zstd"]' ]
    extract-packages "$BATS_TEST_TMPDIR/stdout" | jq -e '.result.packages | length == 132'
}

@test "skopeo's archives and folders of the demo's images: the same digests" {
    program_or_skip skopeo
    for tag in base output; do
        wanted=$(fetch-image "oci:$layout:$tag" | jq -cS '.result | .manifest, .config, .layers')
        [ "sha256:$(skopeo inspect --raw "oci:$layout:$tag" | sha256sum | cut -c1-64)" = \
            "$(head -n 1 <<<"$wanted" | jq -r .digest)" ]
        skopeo copy -q "oci:$layout:$tag" "oci-archive:$tag.tar:$tag"
        skopeo copy -q "oci:$layout:$tag" "dir:$tag.dir"
        skopeo copy -q "oci:$layout:$tag" "docker-archive:$tag.docker.tar:team/app:$tag"
        gzip -n "$tag.tar"
        for ref in "oci-archive:$tag.tar.gz:$tag" "oci-archive:$tag.tar.gz" "dir:$tag.dir"; do
            run_split fetch-image --layout copies "$ref"
            expect 0
            [ "$(digests '.manifest, .config, .layers')" = "$wanted" ]
        done
        run_split fetch-image --layout copies "docker-archive:$tag.docker.tar:team/app:$tag"
        expect 0
        [ "$(digests .config.digest)" = "$(sed -n 2p <<<"$wanted" | jq .digest)" ]
        [ "$(digests '[.layers[].digest]')" = "$(sed -n 3p <<<"$wanted" | jq -c '[.[].diff_id]')" ]
    done
    whole copies
}

@test "what it writes, skopeo reads" {
    program_or_skip skopeo
    docker_archive output
    fetch-image --layout out docker-archive:archive.tar:team/app:1 >image.json
    [ "$(skopeo inspect oci:out:team/app:1 | jq -r .Digest)" = "$(jq -r .result.manifest.digest image.json)" ]
    skopeo copy -q oci:out:team/app:1 dir:back
}

@test "skopeo copy --all: an index in a folder" {
    program_or_skip skopeo
    manifest=$(jq -c '.manifests[0] | del(.annotations)' "$layout/index.json")
    cp -r "$layout" many && chmod -R u+w many
    jq -cn --argjson m "$manifest" '{schemaVersion: 2, mediaType: "application/vnd.oci.image.index.v1+json",
        manifests: [$m + {platform: {os: "linux", architecture: "amd64"}}]}' | tr -d '\n' >index
    hex=$(sha256sum <index | cut -c1-64)
    cp index "many/blobs/sha256/$hex"
    jq -cn --arg d "sha256:$hex" --argjson s "$(stat -c %s index)" '{schemaVersion: 2, manifests: [{digest: $d, size: $s,
        mediaType: "application/vnd.oci.image.index.v1+json", annotations: {"org.opencontainers.image.ref.name": "many"}}]}' \
        >many/index.json
    skopeo copy -q --all oci:many:many dir:folder
    run_split fetch-image --platform linux/amd64 --layout out dir:folder
    expect 0
    [ "$(digests .manifest.digest)" = "$(jq .digest <<<"$manifest")" ]
    # The manifest's bytes are held to the index's digest.
    echo >>"folder/$(jq -r '.digest[7:]' <<<"$manifest").manifest.json"
    run_split fetch-image --platform linux/amd64 --layout out dir:folder
    expect 76 "is larger than"
}

@test "an archive from a pipe is refused, not waited for" {
    docker_archive base
    mkfifo pipe
    run_split timeout 10 "$BIN/fetch-image" docker-archive:pipe
    expect 2 "'pipe' is no regular file"
    run_split timeout 10 "$BIN/fetch-image" docker-archive:/dev/stdin < <(cat archive.tar)
    expect 2 "no regular file"
}

@test "the holes of a sparse member are not read for ever" {
    truncate -s 8T hole || skip "needs a file system that holds a file of 8 TiB"
    jq -n '{architecture: "amd64", os: "linux", rootfs: {type: "layers", diff_ids: ["sha256:" + "0" * 64]}}' >config.json
    echo '[{"Config": "config.json", "RepoTags": ["a:t"], "Layers": ["hole"]}]' >manifest.json
    tar -Scf archive.tar hole config.json manifest.json
    [ "$(stat -c %s archive.tar)" -lt 100000 ]
    run_split timeout 120 "$BIN/fetch-image" docker-archive:archive.tar
    expect 76 'archive.tar has sparse files with more than [0-9]* bytes of holes'
}

@test "a full disk behind stdout is 74, a closed stdout too" {
    status=0
    fetch-image "$image" >/dev/full 2>stderr || status=$?
    [ "$status" = 74 ]
    [ "$(wc -l <stderr)" = 1 ]
    status=0
    fetch-image "$image" >&- 2>stderr || status=$?
    [ "$status" = 74 ]
    [ "$(wc -l <stderr)" = 1 ]
}

@test "a reader that goes away ends it quietly" {
    fetch-image "$image" 2>stderr | true
    [ ! -s stderr ]
}

@test "a full disk below the layout is 74 and leaves no half blob" {
    mkdir small
    # Where nothing can be mounted, a limit on the size of files fails the same write.
    mount -t tmpfs -o size=1m none small 2>/dev/null || { trap '' XFSZ && ulimit -f 1024; }
    run_split fetch-image --layout small/out "$image"
    result=0
    whole small/out || result=1
    entries=$(jq '.manifests | length' small/out/index.json)
    umount small 2>/dev/null || true
    expect 74 "No space left on device|File too large"
    [ "$result $entries" = '0 0' ]
}

@test "a layout that cannot be made or read is told" {
    echo x >file
    run_split fetch-image --layout file/out "$image"
    expect 74 "cannot make the folder 'file"
    mkdir broken && echo '{"imageLayoutVersion":"1.0.0"}' >broken/oci-layout && echo '{' >broken/index.json
    run_split fetch-image oci:broken
    expect 76 "index.json is not JSON"
    run_split fetch-image "oci-archive:$PWD"
    expect 74 "Is a directory"
    mkdir broken/blobs
    run_split fetch-image --layout broken "$image"
    expect 76 "index.json is not JSON"
}

@test "--output is whole or not at all" {
    echo old >out.json
    run_split fetch-image -o out.json oci:nowhere
    expect 66 "cannot find 'nowhere'"
    [ "$(cat out.json)" = old ]
    run_split fetch-image -o nowhere/out.json "$image"
    expect 74 "cannot write 'nowhere/out.json'"
    [ "$(find . -name 'out.json*' | wc -l)" = 1 ]
}

# A layout whose largest layer takes minutes: 64 GiB of hole, as its manifest says too.
endless_layout() {
    cp -r "$layout" endless && chmod -R u+w endless
    blob=$(find endless/blobs/sha256 -size +1M | head -n 1)
    truncate -s 64G "$blob"
    jq -c --arg tag base '.manifests[]
        | select(.annotations["org.opencontainers.image.ref.name"] == $tag)' \
        endless/index.json >entry.json
    old=$(jq -r '.digest[7:]' entry.json)
    jq -c --arg digest "sha256:${blob##*/}" \
        '(.layers[] | select(.digest == $digest)).size = 64 * 1024 * 1024 * 1024' \
        "endless/blobs/sha256/$old" >manifest.json
    new=$(sha256sum <manifest.json) && new=${new%% *}
    jq -c --arg digest "sha256:$new" --argjson size "$(stat -c %s manifest.json)" \
        '{schemaVersion: 2, manifests: [. + {digest: $digest, size: $size}]}' \
        entry.json >endless/index.json
    mv manifest.json "endless/blobs/sha256/$new"
}

part_is_written() {
    [ -n "$(find out/partial -size +100k 2>/dev/null)" ]
}

@test "SIGTERM and SIGKILL in the middle of a layer leave no blob under its name" {
    for signal in TERM KILL; do
        rm -rf out endless
        endless_layout
        start fetch fetch-image --layout out oci:endless:base
        wait_for 10 part_is_written
        pid=$(cat fetch.pid)
        kill -"$signal" "$pid"
        status=0
        wait "$pid" || status=$?
        rm fetch.pid
        [ ! -e "out/blobs/sha256/${blob##*/}" ]
        [ "$(jq '.manifests | length' out/index.json)" = 0 ]
        [ "$signal" = KILL ] || { [ "$status" = 143 ] && whole out; }
        # The same work started again is done.
        fetch-image --layout out "$image" >again.json
        [ -e "out/blobs/sha256/${blob##*/}" ]
    done
}

@test "many at the same time into one new layout: every image is there" {
    for i in 1 2 3 4 5 6; do
        cp -r "$layout" "in$i" && chmod -R u+w "in$i"
        sed -i "s/\"base\"/\"base$i\"/" "in$i/index.json"
    done
    for i in 1 2 3 4 5 6; do
        fetch-image --layout out "oci:in$i:base$i" >"$i.json" 3>&- &
    done
    wait
    [ "$(jq -c '[.manifests[].annotations[]] | sort' out/index.json)" = '["base1","base2","base3","base4","base5","base6"]' ]
    whole out
}

@test "--verbose says what was found, without it nothing is said" {
    run_split fetch-image --verbose -o out.json "$image"
    expect 0 "oci:.*:base@sha256:[0-9a-f]{64}: linux/amd64, 2 layers, in the layout /"
    run_split fetch-image -o out.json "$image"
    [ -z "$stderr" ]
}

@test "control characters of names do not reach the terminal" {
    run_split fetch-image $'oci:no\e[31mwhere\n'
    [ "$status" = 66 ]
    run grep -c $'\e' "$BATS_TEST_TMPDIR/stderr"
    [ "$output" = 0 ]
    [ "$(wc -l <"$BATS_TEST_TMPDIR/stderr")" = 1 ]
}
