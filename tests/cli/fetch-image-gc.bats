#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image --gc: what the index of a layout does not lead to goes, all else stays.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    image=oci:$TESTDATA/demo/images
    fetch-image --layout out "$image:base" >base.json
    fetch-image --layout out "$image:output" >output.json
}

# blobs: their names.
blobs() {
    (cd out/blobs/sha256 && ls)
}

# drop TAG: its entry in index.json.
drop() {
    jq -c --arg t "$1" 'del(.manifests[] | select(.annotations[] == $t))' out/index.json >index && mv index out/index.json
}

# referrer DIGEST SIZE: a manifest of that subject as a blob; prints its digest.
referrer() {
    jq -cn --arg d "$1" --argjson s "$2" '{schemaVersion: 2, mediaType: "application/vnd.oci.image.manifest.v1+json",
        config: {mediaType: "application/vnd.oci.empty.v1+json", digest: ("sha256:" + "0" * 64), size: 2}, layers: [],
        subject: {mediaType: "application/vnd.oci.image.manifest.v1+json", digest: $d, size: $s}}' | tr -d '\n' >document
    digest=$(sha256sum <document) && digest=${digest%% *}
    mv document "out/blobs/sha256/$digest"
    echo "sha256:$digest"
}

@test "all that is referred to stays" {
    blobs >before
    run_split fetch-image --gc --layout out --verbose
    expect 0 "/out: removed 0 files of 0 bytes"
    [ -z "$output" ]
    diff before <(blobs)
}

@test "what only a dropped image had goes" {
    size=$(du -b --apparent-size out/blobs/sha256 | cut -f1)
    drop output
    run_split fetch-image --gc --layout out
    expect 0
    [ -z "$output$stderr" ]
    diff <(jq -r '.result | .manifest, .config, .layers[] | .digest[7:]' base.json | sort -u) <(blobs)
    [ "$(du -b --apparent-size out/blobs/sha256 | cut -f1)" -lt "$size" ]
    extract-packages base.json >analysis.json
    run_split fetch-image --gc --layout out --verbose
    expect 0 "removed 0 files"
}

@test "what refers to a kept manifest stays, also through another, and what refers to a dropped one goes" {
    first=$(referrer "$(jq -r .result.manifest.digest base.json)" "$(jq .result.manifest.size base.json)")
    second=$(referrer "$first" 400)
    third=$(referrer "$(jq -r .result.manifest.digest output.json)" "$(jq .result.manifest.size output.json)")
    drop output
    fetch-image --gc --layout out
    [ -e "out/blobs/sha256/${first#sha256:}" ]
    [ -e "out/blobs/sha256/${second#sha256:}" ]
    [ ! -e "out/blobs/sha256/${third#sha256:}" ]
}

@test "an index's images stay, though nothing else names them" {
    index=$(jq -c '{schemaVersion: 2, mediaType: "application/vnd.oci.image.index.v1+json", manifests: [.manifests[] | del(.annotations)]}' out/index.json)
    printf '%s' "$index" >document
    digest=$(sha256sum <document) && digest=${digest%% *}
    jq -cn --arg d "sha256:$digest" --argjson s "$(stat -c %s document)" \
        '{schemaVersion: 2, manifests: [{mediaType: "application/vnd.oci.image.index.v1+json", digest: $d, size: $s}]}' >out/index.json
    mv document "out/blobs/sha256/$digest"
    blobs >before
    fetch-image --gc --layout out
    diff before <(blobs)
}

@test "beginnings of downloads stay for a day, and while somebody writes them" {
    mkdir -p out/partial
    hex=$(printf '0%.0s' {1..64})
    touch "out/partial/sha256-$hex" "out/blobs/sha256/$hex.abcdef"
    touch -d '2 days ago' out/partial/incoming-abcdef out/partial/sha256-held "out/blobs/sha256/$hex.ghijkl"
    touch -d '2 days ago' out/blobs/sha256/README
    exec 8<out/partial/sha256-held
    flock 8
    fetch-image --gc --layout out
    [ "$(cd out/partial && echo *)" = "sha256-$hex sha256-held" ]
    [ -e "out/blobs/sha256/$hex.abcdef" ]
    [ ! -e "out/blobs/sha256/$hex.ghijkl" ]
    [ -e out/blobs/sha256/README ]
}

# lists_lock KIND: whether the kernel lists such a lock of the layout's folder (proc(5), /proc/locks); its
# process may have another number there, in a namespace of its own, and must live to be listed in one.
lists_lock() {
    grep -qE -- "$1 [0-9]+ [0-9a-f:]+:$(stat -c %i out/blobs/sha256) " /proc/locks
}

@test "it waits for who writes into the layout" {
    drop output
    blobs >before
    mkfifo writing
    flock -s out/blobs/sha256 cat <writing 3>&- &
    exec 8>writing
    wait_for 60 lists_lock 'FLOCK +ADVISORY +READ'
    start gc fetch-image --gc --layout out 8>&-
    pid=$(cat gc.pid)
    wait_for 60 lists_lock '-> FLOCK +ADVISORY +WRITE'
    diff before <(blobs)
    exec 8>&-
    wait "$pid"
    rm gc.pid
    [ "$(blobs | wc -l)" -lt "$(wc -l <before)" ]
}

@test "a manifest that is torn: nothing is removed" {
    drop output
    manifest=out/blobs/sha256/$(jq -r '.result.manifest.digest[7:]' base.json)
    truncate -s 200 "$manifest"
    blobs >before
    run_split fetch-image --gc --layout out
    expect 76 "OCI layout '.*/out': sha256:.*blob is not JSON"
    diff before <(blobs)
}

@test "what it cannot be asked for" {
    run_split fetch-image --gc "$image:base"
    expect 2 "--gc takes no image"
    run_split fetch-image --gc --layout nowhere
    expect 66 "cannot open the OCI layout 'nowhere'"
    mkdir plain
    run_split fetch-image --gc --layout plain
    expect 66 "'plain' is no OCI layout"
    run_split fetch-image --gc
    expect 66 "cannot open the OCI layout '$XDG_CACHE_HOME/build-analysis/layout'"
}
