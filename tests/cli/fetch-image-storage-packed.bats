#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# containers-storage: layers without tar-split data, other stores, and locks.

# shellcheck disable=SC2030,SC2031,SC2154 # each test has a spec of its own; run_split sets stderr
load ../lib/helpers

setup() {
    program_or_skip skopeo
    program_or_skip umoci
    [ "$(id -u)" = 0 ] || skip "needs root, for a storage with the driver overlay"
    cd "$BATS_TEST_TMPDIR" || exit
    store=$(mktemp -d /tmp/storage.XXXXXX)
    spec="[overlay@$store/root+$store/run]"
    odd_image
    fill "$store" || skip "skopeo cannot make a storage here: $(tail -n 1 copy.log)"
}

teardown() {
    for place in "${store:-}" "${second:-}"; do
        [ -z "$place" ] || { umount "$place/root/overlay" 2>/dev/null || true; rm -rf "$place"; }
    done
}

# odd_image: oci:odd:1
odd_image() {
    "$ROOT/tests/lib/make-odd-image" .
    umoci init --layout odd
    umoci new --image odd:1
    umoci raw add-layer --image odd:1 base.tar
    umoci raw add-layer --image odd:1 top.tar
}

# fill STORE: odd:1 in it, as localhost/odd:1.
fill() {
    skopeo copy -q --insecure-policy oci:odd:1 "containers-storage:[overlay@$1/root+$1/run]localhost/odd:1" 2>copy.log
}

# tree LAYOUT NAME: what umoci unpacks of it, all that a tar tells; a folder's time is that of what was done in it.
tree() {
    umoci unpack --image "$1:$2" "tree-$1" >/dev/null
    (cd "tree-$1/rootfs" && find . -printf '%P %y %m %U %G %s %l %n %T@\n' | sed -E 's/^(.* d .*) [^ ]*$/\1/; s/^(.* d [0-9]+ [0-9]+ [0-9]+) .*/\1/' | LC_ALL=C sort
        find . -type f -exec sha256sum {} + | LC_ALL=C sort -k 2
        python3 -c 'import os
for folder, folders, files in sorted(os.walk(b".")):
    for name in sorted(files):
        path = os.path.join(folder, name)
        print(path, [(x, os.getxattr(path, x, follow_symlinks=False)) for x in sorted(os.listxattr(path, follow_symlinks=False))])')
}

@test "packed anew: the same files, a config that fits them, and it says so" {
    rm "$store"/root/overlay-layers/*.tar-split.gz
    run_split fetch-image --layout out "containers-storage:${spec}localhost/odd:1"
    [ "$status" = 0 ]
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(jq -c '[.result.warnings[].code]' stdout)" = '["layers-packed-anew","config-written-anew"]' ]
    [ "$(jq '[.result.layers[] | .digest == .diff_id] | all' stdout)" = true ]
    [[ $stderr == *"before, it was $(fetch-image oci:odd:1 | jq -r .result.config.digest)"* ]]
    (cd out/blobs/sha256 && for f in *; do echo "$f  $f"; done | sha256sum -c --quiet)
    tree odd 1 >expected
    tree out localhost/odd:1 >packed
    grep -q 'security.capability' packed && grep -q 'user.note' packed
    diff expected packed
    # The diff_ids are checked there.
    second=$(mktemp -d /tmp/storage.XXXXXX)
    skopeo copy -q --insecure-policy oci:out:localhost/odd:1 "containers-storage:[overlay@$second/root+$second/run]x"
}

@test "packed anew: the same each time, and one layer alone" {
    find "$store/root/overlay-layers" -name '*.tar-split.gz' -exec rm {} \; -quit
    fetch-image -q --layout out "containers-storage:${spec}localhost/odd:1" >one.json
    fetch-image -q --layout out2 "containers-storage:${spec}localhost/odd:1" >two.json
    diff <(jq .result.layers one.json) <(jq .result.layers two.json)
    extract-packages --verify-diff-id one.json >analysis.json
    # skopeo gives bytes that are not what it says.
    run_split skopeo copy -q --insecure-policy "containers-storage:${spec}localhost/odd:1" oci:taken
    [ "$status" != 0 ]
}

@test "packed anew: owners that are known in another user namespace alone" {
    program_or_skip setpriv
    rm "$store"/root/overlay-layers/*.tar-split.gz
    chmod -R a+rX "$store"
    run_split env HOME=/nonexistent setpriv --reuid 65534 --clear-groups "$BIN/fetch-image" --no-layers "containers-storage:${spec}localhost/odd:1"
    expect 77 "podman unshare"
    chown 100000 "$store/root/overlay"
    run_split fetch-image --no-layers "containers-storage:${spec}localhost/odd:1"
    expect 77 "podman unshare"
}

@test "who may only read" {
    program_or_skip setpriv
    chmod -R a+rX "$store"
    run_split env HOME=/nonexistent setpriv --reuid 65534 --clear-groups "$BIN/fetch-image" --no-layers -q "containers-storage:${spec}localhost/odd:1"
    expect 0
}

@test "who is not root says where in a file of their own, as podman has it" {
    program_or_skip setpriv
    chmod -R a+rX "$store"
    mkdir -p "$store/config/containers"
    printf '[storage]\ndriver = "overlay"\nrootless_storage_path = "%s"\n' "$store/root" >"$store/config/containers/storage.conf"
    run_split env HOME=/nonexistent XDG_CONFIG_HOME="$store/config" setpriv --reuid 65534 --clear-groups \
        "$BIN/fetch-image" --no-layers -q containers-storage:localhost/odd:1
    expect 0
}

@test "an image and its layers in an additional store" {
    second=$(mktemp -d /tmp/storage.XXXXXX)
    printf '[storage]\ndriver = "overlay"\ngraphroot = "%s"\n[storage.options]\nadditionalimagestores = ["%s"]\n' \
        "$second/root" "$store/root" >storage.conf
    export CONTAINERS_STORAGE_CONF=$PWD/storage.conf
    run_split fetch-image --layout out -q containers-storage:localhost/odd:1
    expect 0
    cp stdout first.json
    # Its top layer in the first store, what it stands on in the additional one.
    spec="[overlay@$second/root+$second/run:overlay.imagestore=$store/root]"
    umoci raw add-layer --image odd:1 --tag 2 top.tar
    skopeo copy -q --insecure-policy oci:odd:2 "containers-storage:${spec}localhost/odd:2"
    for name in "$spec" ""; do
        run_split fetch-image --layout out -q "containers-storage:${name}localhost/odd:2"
        expect 0
        [ "$(jq -c '.result.layers[:2]' stdout)" = "$(jq -c .result.layers first.json)" ]
    done
}

@test "another driver is refused by name" {
    mkdir -p other/vfs-images
    run_split fetch-image "containers-storage:[$PWD/other]odd"
    expect 78 "the storage driver 'vfs' is not supported, overlay is"
}

@test "it waits for who writes layers" {
    python3 -c 'import fcntl, signal, sys
lock = open(sys.argv[1], "r+")
fcntl.lockf(lock, fcntl.LOCK_EX)
open("locked", "w").close()
signal.pause()' "$store/root/overlay-layers/layers.lock" 3>&- &
    echo $! >holder.pid
    wait_for 10 test -e locked
    start fetch timeout 60 "$BIN/fetch-image" --layout out -o fetched.json -q "containers-storage:${spec}localhost/odd:1"
    wait_for 10 grep -q -- '-> .*READ' /proc/locks
    [ ! -e fetched.json ]
    stop holder
    wait_for 30 test -e fetched.json
}
