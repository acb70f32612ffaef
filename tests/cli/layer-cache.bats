#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# extract-packages --layer-cache: facts of layers that are read once.

# shellcheck disable=SC2154 # run_split sets stderr
load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    export SOURCE_DATE_EPOCH=1700000000
    image=oci:$TESTDATA/demo/images:output
}

# extract OUTPUT: with the cache ./cache, talk in $stderr.
extract() {
    run_split extract-packages --verbose --layer-cache cache -o "$1" "$image"
}

# The same without a cache: documents tell whether --verbose was given.
extract_plain() {
    extract-packages --verbose -o "$1" "$image"
}

take_image() {
    image=$1
}

# A copy of the image's layout that can be damaged, and its image document in image.json.
copy_layout() {
    cp -r "$TESTDATA/demo/images" layout
    take_image oci:layout:output
    fetch-image --layout layout oci:layout:output >image.json
}

remove_layers() {
    local digest
    for digest in $(jq -r '.result.layers[].digest' image.json); do
        rm "layout/blobs/sha256/${digest#sha256:}"
    done
}

entries() {
    find cache -name 'sha256-*' | wc -l
}

@test "a warm cache gives the same document and opens no blob" {
    copy_layout
    extract_plain plain.json
    extract cold.json
    expect 0 "read 6 layers, 6 times in all; facts of 0 came from the layer cache"
    [ "$(entries)" = 6 ]
    remove_layers
    extract warm.json
    expect 0 "read 6 layers, 0 times in all; facts of 6 came from the layer cache"
    cmp plain.json cold.json
    cmp plain.json warm.json
    validate warm.json
}

@test "layers are shared between images, and read alone when they are new" {
    run_split extract-packages --layer-cache cache -o base.json "oci:$TESTDATA/demo/images:base"
    expect 0
    shared=$(entries)
    [ "$shared" -ge 1 ]
    extract output.json
    expect 0 "read 6 layers, $((6 - shared)) times in all; facts of $shared came from the layer cache"
}

@test "what a second look found is kept, too" {
    sh <(sed '/^extract-packages/d' "$ROOT/tests/golden/extract-packages/linked-database.d/cmd")
    take_image oci:image:t
    extract_plain plain.json
    extract cold.json
    expect 0 "read 2 layers, 4 times in all"
    digest=$(jq -r '.result.image.layers[0].digest' plain.json)
    rm "image/blobs/sha256/${digest#sha256:}"
    extract warm.json
    expect 0 "read 2 layers, 0 times in all; facts of 4 came"
    cmp plain.json cold.json
    cmp plain.json warm.json
}

@test "a damaged entry is a miss with a warning, and is mended" {
    extract cold.json
    for entry in cache/sha256-*; do
        size=$(stat -c %s "$entry")
        printf X | dd of="$entry" bs=1 seek=$((size - 5)) conv=notrunc status=none
    done
    extract again.json
    [ "$status" = 0 ]
    [ "$(grep -c "warning: layer cache: 'cache/sha256-.*' is damaged" <<<"$stderr")" = 6 ]
    cmp cold.json again.json
    extract warm.json
    expect 0 "facts of 6 came from the layer cache"
    cmp cold.json warm.json
}

@test "an entry that is no layer's facts is a miss with a warning" {
    extract cold.json
    # Its digest is right, so that only the reader of facts can see it.
    entry=$(find cache -name 'sha256-*' -size -2 | head -n 1)
    python3 - "$entry" <<'END'
import hashlib, sys
magic, key, length, digest, body = open(sys.argv[1], "rb").read().split(b"\n", 4)
body = body[:32] + b"\xff" * 20
head = b"\n".join([magic, key, b"%d" % len(body), b""])
digest = hashlib.sha256(head + body).hexdigest().encode()
open(sys.argv[1], "wb").write(head + b"sha256:" + digest + b"\n" + body)
END
    extract again.json
    [ "$status" = 0 ]
    grep -q "warning: layer cache: the bytes are not a layer's facts" <<<"$stderr"
    cmp cold.json again.json
}

@test "entries of other patterns are a miss without a word" {
    extract cold.json
    # The digest of what was wanted is the first thing in each body.
    python3 - cache/sha256-* <<'END'
import hashlib, sys
for name in sys.argv[1:]:
    magic, key, length, digest, body = open(name, "rb").read().split(b"\n", 4)
    body = bytes(32) + body[32:]
    head = b"\n".join([magic, key, length, b""])
    digest = hashlib.sha256(head + body).hexdigest().encode()
    open(name, "wb").write(head + b"sha256:" + digest + b"\n" + body)
END
    extract again.json
    expect 0 "6 times in all; facts of 0 came"
    cmp cold.json again.json
}

@test "a layer that was not fetched and is not cached is 75, and is fetched the next time" {
    copy_layout
    extract cold.json
    jq -c '.result.layers[1].absent = true' image.json >absent.json
    run_split extract-packages absent.json
    expect 66 "comes without layers: give the --layer-cache"
    run_split extract-packages --layer-cache cache --format json -o warm.json absent.json
    expect 0
    [ "$(jq -S .result.packages warm.json)" = "$(jq -S .result.packages cold.json)" ]
    digest=$(jq -r '.result.layers[1].digest' image.json)
    rm "cache/sha256-${digest#sha256:}."*
    run_split extract-packages --layer-cache cache absent.json
    expect 75 "layer $digest was not fetched as its facts were cached, and they no longer are"
}

@test "a writer that is killed leaves nothing that is taken for an entry" {
    # The limit's signal ends it in the middle of a write.
    status=0
    (ulimit -f 64 -c 0 && exec extract-packages --no-sandbox --layer-cache cache -o /dev/null "$image") || status=$?
    [ "$status" = 153 ]
    [ "$(find cache -name '.incomplete-*' | wc -l)" = 1 ]
    extract out.json
    expect 0
    [ "$(entries)" = 6 ]
    # Left alone as long as somebody might be writing it, then removed.
    [ "$(find cache -name '.incomplete-*' | wc -l)" = 1 ]
    touch -d '2 hours ago' cache/.incomplete-*
    rm cache/sha256-*
    extract out.json
    [ "$(find cache -name '.incomplete-*' | wc -l)" = 0 ]
    extract_plain plain.json
    cmp plain.json out.json
}

# killed_at N: extracts on one thread, and is killed at the Nth of its I/O calls.
killed_at() {
    status=0
    env FAULT_PROGRAM=extract-packages "FAULT_IO=$1:kill" "FAULT_COUNT=$BATS_TEST_TMPDIR/count" \
        "FAULT_SPARE=libarchive.so" "LD_PRELOAD=$BUILD/tests/faults/inject.so" \
        extract-packages --no-sandbox --jobs 1 --verbose --layer-cache cache -o killed.json "$image" \
        2>/dev/null || status=$?
}

@test "a writer that is killed with SIGKILL, wherever it is, does no harm" {
    [ "$CONFIG" != asan ] || skip "the sanitizer's library has to be loaded first"
    [ -e "$BUILD/tests/faults/inject.so" ] || skip "needs the fault injector (make build-tests)"
    extract_plain plain.json
    killed_at 0
    [ "$status" = 0 ]
    read -r _ calls <count
    unfinished=0
    for n in $(seq 40); do
        rm -rf cache killed.json
        killed_at $((calls * n / 40))
        [ "$status" = 137 ]
        # Entries that are there are whole, and are taken; what was being written is none.
        kept=$(find cache -name 'sha256-*' 2>/dev/null | wc -l)
        [ -z "$(find cache -name '.incomplete-*' 2>/dev/null)" ] || unfinished=$((unfinished + 1))
        extract out.json
        expect 0 "facts of $kept came from the layer cache"
        cmp plain.json out.json
        [ "$(entries)" = 6 ]
    done
    echo "killed while it wrote an entry: $unfinished of 40"
    [ "$unfinished" -ge 1 ]
}

@test "two at a time give the same, and a whole cache" {
    for _ in 1 2 3 4 5; do
        rm -rf cache
        extract-packages --verbose --layer-cache cache -o first.json "$image" &
        first=$!
        extract second.json
        wait "$first"
        cmp first.json second.json
        [ "$(entries)" = 6 ]
        [ "$(find cache -name '.*' -type f | wc -l)" = 0 ]
        extract warm.json
        expect 0 ", 0 times in all"
        cmp first.json warm.json
    done
}

@test "a cache that cannot be written or has no room is one warning" {
    run_split extract-packages --layer-cache /dev/null/cache -o out.json "$image"
    expect 0 "warning: layer cache: cannot make the folder '/dev/null/cache': Not a directory"
    # As a disk of 64 KiB would be: writing more is an error.
    run_split sh -c "trap '' XFSZ; ulimit -f 64; exec extract-packages --no-sandbox --layer-cache cache -o /dev/null '$image'"
    expect 0 "warning: layer cache: cannot write 'cache/.incomplete-.*': File too large"
    [ "$(find cache -name '.incomplete-*' | wc -l)" = 0 ]
    [ "$(entries)" -ge 1 ]
}

@test "a cache that can be read alone is used, with one warning where something is new" {
    [ "$(id -u)" != 0 ] || skip "needs a user for whom permissions count"
    extract cold.json
    chmod 555 cache
    extract warm.json
    chmod 755 cache
    expect 0 "facts of 6 came from the layer cache"
}

@test "--layer-cache-max keeps what was used last" {
    extract cold.json
    touch -d '1 hour ago' cache/*
    run_split extract-packages --layer-cache cache -o base.json "oci:$TESTDATA/demo/images:base"
    young=$(find cache -name 'sha256-*' -mmin -30 | wc -l)
    most=$(find cache -name 'sha256-*' -mmin -30 -printf '%s\n' | awk '{ sum += $1 } END { print sum }')
    # What is new makes it look.
    rm "$(find cache -name 'sha256-*' -mmin -30 | head -n 1)"
    run_split extract-packages --layer-cache cache --layer-cache-max "$most" -o base.json \
        "oci:$TESTDATA/demo/images:base"
    expect 0
    [ "$(entries)" = "$young" ]
    [ "$(find cache -name 'sha256-*' -mmin -30 | wc -l)" = "$young" ]
}

# key FILE: to sign entries with.
key() {
    head -c 32 /dev/urandom >"$1"
}

@test "--layer-cache-key: an entry that somebody forged is seen, read anew and signed again" {
    key mine
    export BUILD_ANALYSIS_LAYER_CACHE_KEY=$PWD/mine
    extract cold.json
    grep -q '^hmac-sha256:' cache/sha256-*
    extract warm.json
    expect 0 'facts of [1-9][0-9]* came'
    cmp cold.json warm.json
    for entry in cache/sha256-*; do
        "$ROOT/tests/lib/forge-entry" "$entry" findutils findutilz
    done
    extract forged.json
    [ "$(grep -c "is not signed with the key" <<<"$stderr")" = "$(entries)" ]
    cmp cold.json forged.json
    extract again.json
    expect 0 'facts of [1-9][0-9]* came'
    cmp cold.json again.json
}

@test "without a key, a digest shows damage and nothing more" {
    extract cold.json
    for entry in cache/sha256-*; do
        "$ROOT/tests/lib/forge-entry" "$entry" findutils findutilz
    done
    extract forged.json
    expect 0 'facts of [1-9][0-9]* came'
    run ! cmp cold.json forged.json
}

@test "a key that is another one, too short or not there" {
    key mine
    BUILD_ANALYSIS_LAYER_CACHE_KEY=mine extract cold.json
    key other
    BUILD_ANALYSIS_LAYER_CACHE_KEY=other extract other.json
    [ "$(grep -c "damaged, or signed with another key" <<<"$stderr")" = "$(entries)" ]
    cmp cold.json other.json
    printf short >short
    run_split extract-packages --layer-cache cache --layer-cache-key short "$image"
    expect 78 "--layer-cache-key: 'short' has less than 32 bytes"
    run_split extract-packages --layer-cache cache --layer-cache-key absent "$image"
    expect 66 "--layer-cache-key: .*'absent'"
}

@test "what cannot be a cache is refused" {
    run_split extract-packages --layer-cache s3://bucket/cache "$image"
    expect 78 "'s3://bucket/cache': name the server with --endpoint or AWS_ENDPOINT_URL"
    run_split extract-packages --layer-cache '' "$image"
    expect 2 "the layer cache has no name"
    run_split extract-packages --layer-cache-max much "$image"
    expect 2 "--layer-cache-max takes"
}
