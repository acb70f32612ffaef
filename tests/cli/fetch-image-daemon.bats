#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# docker-daemon: from a daemon of the tests that gives what we want; real ones are in tests/servers.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    layout=$TESTDATA/demo/images
    export DOCKER_HOST=unix://$PWD/socket
    docker_archive output
}

teardown() {
    stop daemon
}

# serve FILE: it is the image.
serve() {
    start daemon "$ROOT/tests/fakes/docker_daemon.py" socket "$1"
    wait_for 20 test -S socket
}

# same_as_archive FILE: the daemon's image and that of the archive have the same blobs, and no others.
same_as_archive() {
    serve "$1"
    run_split fetch-image --layout of-daemon docker-daemon:app:1
    expect 0
    validate "$BATS_TEST_TMPDIR/stdout"
    fetch-image --layout of-archive "docker-archive:$1" >archive.json
    diff <(jq -S '.result | .manifest, .config, .layers, .platform' stdout) <(jq -S '.result | .manifest, .config, .layers, .platform' archive.json)
    diff <(ls of-archive/blobs/sha256) <(ls of-daemon/blobs/sha256)
    (cd of-daemon/blobs/sha256 && for f in *; do echo "$f  $f"; done | sha256sum -c --quiet)
    nothing_else of-daemon
}

nothing_else() {
    [ -z "$(find "$1" -type f ! -path '*/blobs/sha256/*' ! -name index.json ! -name oci-layout)" ]
}

@test "what docker save writes, whatever the order of its members" {
    tar -C save --exclude ./manifest.json -cf last.tar . && tar -C save -rf last.tar manifest.json
    tar -C save -cf first.tar manifest.json && tar -C save --exclude ./manifest.json -rf first.tar .
    for form in last first; do
        rm -rf of-daemon of-archive socket
        same_as_archive $form.tar
        stop daemon
    done
    [ "$(jq -r '.manifests[].annotations[]' of-daemon/index.json)" = 1 ]
}

@test "docker 25's form: an OCI layout beside, and what no manifest.json names is not kept" {
    mkdir -p both/blobs/sha256
    for name in $(jq -r '.[0].Config, .[0].Layers[]' save/manifest.json); do
        cp "save/$name" "both/blobs/sha256/$(sha256sum <"save/$name" | cut -c1-64)"
        sha256sum <"save/$name" | cut -c1-64
    done >digests
    echo unused >both/blobs/sha256/unused
    jq -Rcs 'split("\n")[:-1] | map("blobs/sha256/" + .) | [{Config: .[0], RepoTags: ["app:1"], Layers: .[1:]}]' digests >both/manifest.json
    cp "$layout/oci-layout" both/
    echo '{"schemaVersion":2,"manifests":[]}' >both/index.json
    tar -C both -cf both.tar blobs index.json manifest.json oci-layout
    same_as_archive both.tar
}

@test "a layer that is a link to another one's" {
    cp -r save/0 save/twice && ln -sf ../0/layer.tar save/twice/layer.tar
    diff_id=sha256:$(sha256sum <save/0/layer.tar | cut -c1-64)
    config=$(jq -r '.[0].Config' save/manifest.json)
    jq -c --arg d "$diff_id" '.rootfs.diff_ids += [$d] | .history = []' "save/$config" >changed
    mv changed "save/$config"
    jq -c '.[0].Layers += ["twice/layer.tar"]' save/manifest.json >manifest && mv manifest save/manifest.json
    tar -C save -cf linked.tar .
    same_as_archive linked.tar
    [ "$(jq '[.result.layers[].digest] | length - (unique | length)' stdout)" = 1 ]
}

@test "--no-layers hashes, and keeps nothing" {
    serve archive.tar
    run_split fetch-image --no-layers docker-daemon:app:1
    expect 0
    [ "$(jq -c '[.result.layers[] | .digest == .diff_id and .absent] | unique' stdout)" = '[true]' ]
    [ ! -e "$XDG_CACHE_HOME" ]
}

@test "without --layout: in the cache by its whole name" {
    serve archive.tar
    fetch-image docker-daemon:app:1 | extract-packages | jq -e '.result.packages | length > 100'
    [ "$(jq -r '.manifests[].annotations[]' "$XDG_CACHE_HOME/build-analysis/layout/index.json")" = docker-daemon:app:1 ]
}

@test "what the daemon refuses, in its own words" {
    serve archive.tar
    run_split fetch-image docker-daemon:absent:1
    expect 66 "'docker-daemon:absent:1': the daemon says 404: no absent:1\?\[31m here"
    run_split fetch-image docker-daemon:denied
    expect 77 "the daemon says 403: no denied:latest"
    run_split fetch-image docker-daemon:busy:1
    expect 75 "the daemon says 500: no busy:1"
    [ ! -e "$XDG_CACHE_HOME" ]
}

@test "--max-size is asked before the image" {
    serve archive.tar
    run_split fetch-image --max-size 1K --layout out docker-daemon:app:1
    expect 78 "the daemon says it has $(stat -c %s archive.tar) bytes, more than the 1024 that --max-size allows"
    [ ! -e out ]
}

@test "a stream that is cut, or is no image, leaves nothing" {
    serve archive.tar
    run_split fetch-image --layout out docker-daemon:cut:1
    expect 75
    [ -z "$(ls out/blobs/sha256)" ]
    nothing_else out
    stop daemon
    rm socket
    echo 'no tar' >text
    serve text
    run_split fetch-image --layout out docker-daemon:app:1
    expect 76
    nothing_else out
}

@test "no daemon" {
    run_split fetch-image docker-daemon:app:1
    expect 66 "cannot connect to the daemon's socket '$PWD/socket': No such file"
    DOCKER_HOST=ssh://host run_split fetch-image docker-daemon:app:1
    expect 78 "DOCKER_HOST is 'ssh://host'"
    DOCKER_HOST=tcp://127.0.0.1:1 run_split fetch-image docker-daemon:app:1
    expect 75 "daemon at 'http://127.0.0.1:1'"
    DOCKER_HOST=tcp://127.0.0.1:1 DOCKER_TLS_VERIFY=1 run_split fetch-image docker-daemon:app:1
    expect 78 "DOCKER_TLS_VERIFY"
    run_split fetch-image docker-daemon:@xyz
    expect 2 "'xyz' is no image's id"
    run_split fetch-image docker-daemon:UPPER
    expect 2 "'UPPER' is no part"
}

# context NAME HOST: docker's, as `docker context create` writes it.
context() {
    local meta
    meta=.docker/contexts/meta/$(printf %s "$1" | sha256sum | cut -c1-64)
    mkdir -p "$meta"
    jq -n --arg name "$1" --arg host "$2" \
        '{Name: $name, Metadata: {}, Endpoints: {docker: {Host: $host, SkipTLSVerify: false}}}' >"$meta/meta.json"
}

@test "docker's contexts, and CONTAINER_HOST" {
    serve archive.tar
    socket=$DOCKER_HOST
    unset DOCKER_HOST
    context rootless "$socket"
    context remote ssh://host
    echo '{"currentContext": "rootless"}' >.docker/config.json
    run_split fetch-image --no-layers docker-daemon:app:1
    expect 0
    DOCKER_CONTEXT=remote run_split fetch-image docker-daemon:app:1
    expect 78 "docker's context 'remote' is 'ssh://host'"
    DOCKER_CONTEXT=absent run_split fetch-image docker-daemon:app:1
    expect 78 "docker's context 'absent': there is no such context"
    DOCKER_CONTEXT=remote CONTAINER_HOST=$socket run_split fetch-image --no-layers docker-daemon:app:1
    expect 0
    DOCKER_CONTEXT=remote DOCKER_HOST=$socket CONTAINER_HOST=ssh://host run_split fetch-image --no-layers docker-daemon:app:1
    expect 0
    context tls tcp://127.0.0.1:1
    mkdir -p ".docker/contexts/tls/$(printf tls | sha256sum | cut -c1-64)/docker"
    DOCKER_CONTEXT=tls run_split fetch-image docker-daemon:app:1
    expect 78 "docker's context 'tls' asks for TLS"
    echo '{' >.docker/config.json
    run_split fetch-image docker-daemon:app:1
    expect 78 "config.json"
}

@test "a socket that one may not use is 77" {
    program_or_skip setpriv
    [ "$(id -u)" = 0 ] || skip "needs root, to become somebody else"
    serve archive.tar
    chmod 755 "$PWD" && chmod 600 socket
    ln -s "$BIN/fetch-image" fetch-image
    # Nor may nobody read the settings in the home of the tests.
    run_split setpriv --reuid 65534 --clear-groups env HOME=/nonexistent ./fetch-image --no-layers docker-daemon:app:1
    [ "$status" != 126 ] && [ "$status" != 127 ] || skip "nobody cannot run what was built here"
    expect 77 "permission denied to connect to the daemon's socket"
}
