#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# push-image: what it puts into a registry is what skopeo gets out of it.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up --proxy
    push small team/app:1
    push large team/large:1
    push many team/many:1
    push sixty team/sixty:1
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    new_layout
}

teardown_file() {
    registries_down
}

# fetched IMAGE [OPTION...]: its document is image.json; nothing is recorded.
fetched() {
    fetch "$host/team/$1" "${@:2}" -o image.json
    expect 0
    inject ''
}

# push_to REPOSITORY:TAG [OPTION...]
push_to() {
    BUILD_ANALYSIS_RETRY_TIME=3 run_split push-image --tls-verify=false --to "$host/$1" "${@:2}" image.json
}

# arrived REPOSITORY:TAG IMAGE: skopeo finds the same, bytes and all.
arrived() {
    rm -rf theirs
    skopeo copy -q --all --src-tls-verify=false "docker://$(behind)/$1" dir:theirs
    [ "sha256:$(sha256sum <theirs/manifest.json | cut -d ' ' -f 1)" = "$(digest_of "$2")" ]
}

# comes_right REPOSITORY:TAG FAULT...: large is pushed there.
comes_right() {
    inject "${@:2}"
    push_to "$1"
    expect 0
    arrived "$1" large
}

# without_mount: the image of image.json is of another registry.
without_mount() {
    sed "s|$host/team|other.example/team|g" image.json >moved.json
    mv moved.json image.json
}

@test "an image: skopeo pulls the same, the document says where it is" {
    fetched large:1
    inject ''
    push_to new/large:2
    expect 0
    validate stdout
    arrived new/large:2 large
    jq -e --arg d "$(digest_of large)" '.result.manifest.digest == $d' stdout
    [[ "$(jq -r .result.resolved stdout)" == "$host/new/large@$(digest_of large)" ]]
    # The digest at the far end was looked at.
    [ "$(requests '.target | test("/manifests/")')" -ge 1 ]
}

@test "from stdin; what is there is not sent again" {
    fetched large:1
    run_split sh -c "push-image --tls-verify=false --to $host/stdin/large:1 <image.json"
    expect 0
    arrived stdin/large:1 large
    inject ''
    push_to stdin/large:1
    expect 0
    asked 0 '.method == "PATCH" or (.method == "POST" and .status == 202)'
    asked 4 '.method == "HEAD" and .status == 200 and (.target | test("/blobs/"))'
}

@test "a blob of another repository of the registry is mounted; where that is refused it is sent" {
    fetched large:1
    inject ''
    push_to mounted/large:1
    expect 0
    arrived mounted/large:1 large
    asked 4 '.method == "POST" and .status == 201 and (.target | test("mount=sha256.*from=team"))'
    asked 0 '.method == "PATCH"'
    comes_right sent/large:1 'POST mount= refuse-mount'
    asked 0 '.status == 201 and (.target | test("mount="))'
}

@test "sixty layers, an index with all its images" {
    fetched sixty:1
    push_to new/sixty:1
    expect 0
    arrived new/sixty:1 sixty
    fetched many:1 --all-platforms
    push_to new/many:1
    expect 0
    [ "$(skopeo inspect --raw --tls-verify=false "docker://$(behind)/new/many:1" | sha256sum | cut -c1-64)" = "$(digest_of many | cut -c8-)" ]
    manifest_of many | jq -r '.manifests[].digest' | while read -r digest; do
        skopeo inspect --raw --tls-verify=false "docker://$(behind)/new/many@$digest" >/dev/null
    done
}

@test "many jobs at once find out that the registry has no TLS" {
    fetched sixty:1
    without_mount
    for n in 1 2 3; do
        run_split push-image --tls-verify=false --to "$(behind)/plain$n/sixty:1" image.json
        expect 0
    done
}

@test "Location: relative, absent" {
    fetched large:1
    without_mount
    comes_right relative/large:1 'POST . relative' 'PATCH . relative'
    inject 'POST . header Location='
    push_to nowhere/large:1
    expect 76 '[Ll]ocation|place'
    run ! skopeo inspect --tls-verify=false "docker://$(behind)/nowhere/large:1"
}

@test "an upload that is cut, refused half way, or not answered: begun again or gone on with" {
    fetched large:1
    without_mount
    n=0
    for fault in 'PATCH . cut-upload bytes=1000000 total=1' 'PUT /blobs/ cut-upload bytes=1000000 total=1' \
        'PATCH . status code=416 Range=0-0 Location={target} total=1' 'PATCH . status code=503 Retry-After=0 total=1' \
        'POST /blobs/ status code=429 Retry-After=0 total=1' 'PUT /blobs/ drop total=1' 'PUT /blobs/ status code=500 total=1' \
        'PUT /blobs/ status code=400 message=digest total=1' \
        'PUT /manifests/ status code=502 total=1' 'PUT /manifests/ drop total=1' 'HEAD . status code=500 total=1'; do
        n=$((n + 1))
        echo "$fault"
        comes_right "again$n/large:1" "$fault"
        [ "$(requests '.fault')" -ge 1 ]
    done
}

@test "an upload that is cut goes on with what is missing, where the registry has kept what came" {
    only_others 'it drops what broke off'
    fetched large:1
    without_mount
    comes_right kept/large:1 'PATCH . cut-upload bytes=1000000 total=1'
    asked 1 '.method == "PATCH" and .status == 202 and (.range | startswith("1000000-"))'
}

@test "an upload that can never be ended: 75, and not for ever" {
    fetched large:1
    without_mount
    inject 'PUT /blobs/ status code=503'
    push_to never/large:1
    expect 75 '503'
    [ "$(requests '.method == "PATCH"')" -le 16 ]
}

@test "a mount that is forbidden, of a repository that one may not read: the bytes are sent" {
    fetched large:1
    comes_right forbidden/large:1 'POST mount= status code=403'
    asked 0 '.status == 201 and (.target | test("mount="))'
}

@test "a registry that registries.conf blocks is not written to" {
    fetched large:1
    printf '[[registry]]\nlocation = "%s"\nblocked = true\n' "$host" >registries.conf
    CONTAINERS_REGISTRIES_CONF=registries.conf push_to blocked/large:1
    expect 77 'blocked'
    asked 0 true
}

@test "what is refused: 403 on an upload, a manifest that the registry does not take" {
    fetched large:1
    inject 'POST . status code=403 message=read-only'
    push_to refused/large:1 --jobs 1
    expect 77 'read-only'
    # Neither mounted nor begun.
    asked 2 '.status == 403'
    inject 'PUT /manifests/ status code=400 message=unknown'
    push_to refused/large:1
    expect 76 'unknown'
    # An upload that is refused twice; the first time it may have been ended by a request that broke.
    without_mount
    inject 'PUT /blobs/ status code=400 message=digest-invalid'
    push_to refused/again:1 --jobs 1 --retry-time 60
    expect 76 'digest-invalid'
    inject 'PUT /manifests/ status code=413'
    push_to refused/large:1
    [ "$status" != 0 ]
    asked 1 '.status == 413'
}

@test "the far end has another digest: 76" {
    fetched large:1
    zeros=$(printf %064d 0)
    inject "PUT /manifests/ header Docker-Content-Digest=sha256:$zeros" \
        "HEAD /manifests/ header Docker-Content-Digest=sha256:$zeros" "GET /manifests/ header Docker-Content-Digest=sha256:$zeros"
    push_to wrong/large:1
    expect 76 digest
}

@test "blobs with digests of another algorithm: sent, and fetched again" {
    mkdir root && echo file >root/file
    "$ROOT/tests/lib/make-image" -d sha512 theirs t root
    fetch-image oci:theirs:t >image.json
    push_to sha512/app:1
    expect 0
    # This registry has manifests under their SHA-256 alone, and the receipt tells by which it is to be had.
    resolved=$(jq -r .result.resolved <<<"$output")
    [ "$resolved" = "$host/sha512/app@sha256:$(sha256sum <"theirs/blobs/$(jq -r '.manifests[0].digest' theirs/index.json | tr : /)" | cut -d ' ' -f 1)" ]
    skopeo inspect --raw --tls-verify=false "docker://$resolved" >/dev/null
    inject ''
    fetch "$host/sha512/app:1"
    expect 0
    diff theirs/blobs/sha512 "$layout/blobs/sha512" >differ || true
    [ "$(wc -l <differ)" = 1 ]
    [ "$(sha256sum <"$layout"/blobs/sha256/*)" = "$(sha256sum <"theirs/blobs/$(jq -r '.manifests[0].digest' theirs/index.json | tr : /)")" ]
    rm -r "$layout"
    inject 'GET /blobs/sha512 flip'
    fetch "$host/sha512/app:1"
    expect 76 'sha512:.*digest'
}

@test "progress: bars on a terminal, lines with --verbose, nothing otherwise" {
    fetched large:1
    without_mount
    inject 'PATCH . delay seconds=1'
    TERM=xterm script -qec "push-image --tls-verify=false --to $host/bars/large:1 image.json" page </dev/null >/dev/null
    grep -q 'sha256:[0-9a-f]\{12\} \[.*\] .* / 5\.7 MiB' page
    inject 'PATCH . delay seconds=4'
    push_to lines/large:1 --verbose
    [ "$status" = 0 ]
    [[ $stderr =~ 'of 17.2 MiB, '[1-4]' blobs on their way' ]]
    push_to silence/large:1
    expect 0
    [ -z "$stderr" ]
}

@test "a far end that does not tell the digest: its bytes are looked at" {
    fetched large:1
    untold='/manifests/ header Docker-Content-Digest='
    inject "PUT $untold" "HEAD $untold"
    push_to untold/large:1
    expect 0
    arrived untold/large:1 large
    asked 1 '.method == "GET" and (.target | test("/manifests/"))'
    inject "PUT $untold" "HEAD $untold" 'GET /manifests/ flip'
    push_to untold/large:1
    expect 76 "manifest '1'.*has the digest"
    inject "PUT $untold" "HEAD $untold" 'GET /manifests/ status code=503 total=1'
    push_to untold/large:1
    expect 0
}

@test "what is not there: layers that were not kept, a document of another kind" {
    fetched large:1 --no-layers
    push_to absent/large:1
    expect 66
    asked 0 '.method == "PUT" or .method == "PATCH"'
    echo '{}' >image.json
    push_to absent/large:1
    [ "$status" != 0 ]
    echo nonsense >image.json
    push_to absent/large:1
    [ "$status" != 0 ]
    asked 0 true
}
