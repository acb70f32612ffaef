#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# containers-storage: against skopeo, which fills the storage and reads it too.

# shellcheck disable=SC2154 # run_split sets stderr
load ../lib/helpers

setup() {
    program_or_skip skopeo
    [ "$(id -u)" = 0 ] || skip "needs root, for a storage with the driver overlay"
    cd "$BATS_TEST_TMPDIR" || exit
    image=oci:$TESTDATA/demo/images:output
    store=$(mktemp -d /tmp/storage.XXXXXX)
    spec="[overlay@$store/root+$store/run]"
    skopeo copy -q --insecure-policy "$image" "containers-storage:${spec}localhost/team/app:1" 2>copy.log ||
        skip "skopeo cannot make a storage here: $(tail -n 1 copy.log)"
}

teardown() {
    [ -z "${store:-}" ] || { umount "$store/root/overlay" 2>/dev/null || true; rm -rf "$store"; }
}

@test "config and diff_ids are the image's, layers the tar they were, and it says so" {
    run_split fetch-image --layout out "containers-storage:${spec}localhost/team/app:1"
    expect 0 "warning: .*they are plain tar"
    validate "$BATS_TEST_TMPDIR/stdout"
    fetch-image "$image" >image.json
    diff <(jq -S '.result | .config.digest, [.layers[].diff_id]' image.json) <(jq -S '.result | .config.digest, [.layers[].digest]' stdout)
    [ "$(jq -r '.result.warnings[].code' stdout)" = layers-packed-anew ]
    (cd out/blobs/sha256 && for f in *; do echo "$f  $f"; done | sha256sum -c --quiet)
    diff <(extract-packages image.json | jq -S '.result.packages | map(del(.layer))') \
        <(extract-packages stdout | jq -S '.result.packages | map(del(.layer))')
}

@test "the same layers as skopeo reads from it" {
    skopeo copy -q --insecure-policy --dest-compress=false "containers-storage:${spec}localhost/team/app:1" dir:folder
    fetch-image --layout out "containers-storage:${spec}localhost/team/app:1" >image.json
    diff <(jq -S '.config.digest, [.layers[] | .digest, .size]' folder/manifest.json) \
        <(jq -S '.result | .config.digest, [.layers[] | .digest, .size]' image.json)
}

@test "by id, name and digest as skopeo reads them" {
    id=$(jq -r '.[0].id' "$store/root/overlay-images/images.json")
    digest=$(jq -r '.[0].digest' "$store/root/overlay-images/images.json")
    for name in "${id:0:12}" "$id" "@$id" "localhost/team/app:1@${id:0:4}" "localhost/team/app@$digest" \
        "localhost/team/app:7@$digest" "localhost/other@$digest" "${id:0:2}" localhost/team/app:1; do
        run_split fetch-image --no-layers -q "containers-storage:$spec$name"
        ours=$status
        run_split skopeo inspect --raw "containers-storage:$spec$name"
        [ "$((ours != 0))" = "$status" ] || { echo "$name: $ours, skopeo: $stderr" >&2; return 1; }
    done
    run_split fetch-image --no-layers -q "containers-storage:[$store/root]@${id:0:1}"
    expect 0
}

@test "by storage.conf, and what is not there" {
    printf '[storage]\ndriver = "overlay"\ngraphroot = "%s"\n' "$store/root" >storage.conf
    CONTAINERS_STORAGE_CONF=$PWD/storage.conf run_split fetch-image --no-layers -q containers-storage:localhost/team/app:1
    expect 0
    run_split fetch-image "containers-storage:${spec}localhost/team/app:2"
    expect 66 "storage '$store/root': there is no image 'localhost/team/app:2'; there is 'localhost/team/app:1'"
    run_split fetch-image "containers-storage:[$store/nowhere]app"
    expect 66 "storage '$store/nowhere': .*images.json"
}

@test "policy.json: scopes of the storage" {
    mkdir -p .config/containers
    id=$(jq -r '.[0].id' "$store/root/overlay-images/images.json")
    for scope in "[overlay@$store/root]localhost/team/app:1" "[overlay@$store/root]localhost/team" "[$store/root]"; do
        jq -n --arg s "$scope" '{default: [{type: "insecureAcceptAnything"}],
            transports: {"containers-storage": {($s): [{type: "reject"}]}}}' >.config/containers/policy.json
        for name in localhost/team/app:1 "localhost/team/app:1@$id"; do
            run_split fetch-image --no-layers "containers-storage:$spec$name"
            expect 77 "reject"
        done
    done
}

@test "what is damaged is told, and leaves nothing" {
    layer=$(jq -r '.[0].id' "$store/root/overlay-layers/layers.json")
    file=$(find "$store/root/overlay/$layer/diff" -type f -size +1k | head -n 1)
    cp "$file" saved && echo more >>"$file"
    run_split fetch-image -q --layout out "containers-storage:${spec}localhost/team/app:1"
    expect 76 "has changed its size"
    truncate -s "$(stat -c %s saved)" "$file" && printf X | dd of="$file" conv=notrunc status=none
    run_split fetch-image -q --layout out "containers-storage:${spec}localhost/team/app:1"
    expect 76 "has the digest sha256"
    list=$store/root/overlay-layers/layers.json
    cp "$list" list.json
    jq -c '.[0].flags = {incomplete: true}' list.json >"$list"
    run_split fetch-image -q --layout out "containers-storage:${spec}localhost/team/app:1"
    expect 76 "layer '$layer': it was not written to its end"
    cp list.json "$list"
    rm "$file"
    run_split fetch-image -q --layout out "containers-storage:${spec}localhost/team/app:1"
    expect 76 "is not there"
    [ ! -e "out/blobs/sha256/$(jq -r '.[0]["diff-digest"][7:]' "$store/root/overlay-layers/layers.json")" ]
}
