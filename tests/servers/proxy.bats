#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# The proxy itself (tests/fakes/proxy), by curl and skopeo: what it passes on, records and spoils.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up --token --tls --proxy
    push small team/app:1
    push large team/large:1
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    inject ''
    proxy=http://$(place proxy)
    blob=v2/team/app/blobs/$(manifest_of small | jq -r '.layers[0].digest')
    size=$(manifest_of small | jq '.layers[0].size')
    token=$(curl -s --noproxy '*' "http://$(place token)/token?service=registry.example&scope=repository:team/app:pull" | jq -r .token)
}

teardown_file() {
    registries_down
}

# ask PATH [OPTION...]: as one who has a token; the header in ./header, the body in ./body.
ask() {
    rm -f body
    curl -s --noproxy '*' -H "Authorization: Bearer $token" -D header -o body --max-time 60 "$proxy/$1" "${@:2}"
}

# header_says REGEX
header_says() {
    tr -d '\r' <header | grep -qiE "$1" || { cat header >&2; return 1; }
}

right() {
    [ "sha256:$(sha256sum <body | cut -d ' ' -f 1)" = "$(manifest_of small | jq -r '.layers[0].digest')" ]
}

@test "what is asked is passed on and recorded, its credential by its owner alone" {
    ask "$blob"
    right
    ask "$blob" -r 10-
    header_says '^HTTP/1.1 206'
    asked 2 '.credential | test("^Bearer anonymous [0-9a-f]{8}$")'
    asked 1 '.range == "bytes=10-" and .status == 206'
    wait_for 5 test "$(jq -cs 'map([.first, .sent])' "$registry/bodies")" = "[[0,$size],[10,$((size - 10))]]"
    run ! grep -F "$token" "$registry/requests"
}

@test "an answer without a body, and what is asked next on its connection" {
    ask "$blob" -I --next -s --noproxy '*' -H "Authorization: Bearer $token" -o body "$proxy/$blob"
    right
    asked 2 true
    [ ! -s "$registry/proxy.out" ]
}

@test "skopeo sees no difference, over TLS, to and fro" {
    mkdir certs
    cp "$registry/ca.crt" certs
    for image in small large; do
        skopeo copy -q --dest-cert-dir certs --dest-creds ada:lovelace:1 \
            "oci:$BATS_FILE_TMPDIR/images:$image" "docker://$(place tls)/copy/$image:1"
        skopeo copy -q --src-cert-dir certs "docker://$(place tls)/copy/$image:1" "oci:out:$image"
    done
    [ "$(jq -r '[.manifests[].digest] | join(" ")' out/index.json)" = "$(digest_of small) $(digest_of large)" ]
    asked 2 '.method == "PUT" and (.target | test("/manifests/1$")) and .at == "tls" and (.credential | test("^Bearer ada "))'
}

@test "which requests go wrong: how often, after how many, with which header, at which port" {
    inject 'GET /blobs/ status code=500 total=1' 'GET /manifests/ status code=418 after=1 times=1' \
        'GET /blobs/ status code=416 header=Range' '* /v2/ status code=404 at=near'
    ask "$blob"
    header_says '^HTTP/1.1 500'
    ask "$blob"
    header_says '^HTTP/1.1 200'
    ask "$blob" -r 1-
    header_says '^HTTP/1.1 416'
    for status in 200 418 200; do
        ask v2/team/app/manifests/1 -H 'Accept: application/vnd.oci.image.manifest.v1+json'
        header_says "^HTTP/1.1 $status"
    done
    run -22 curl -sf --noproxy '*' "http://$(place near)/v2/"
}

@test "headers and bodies that are wrong, with a length that is right" {
    inject 'GET /blobs/ header "Content-Type={}; charset=utf-8" Docker-Content-Digest= X-Path={path} total=1' \
        'GET /blobs/ flip total=1' 'GET /blobs/ truncate bytes=5 total=1' 'GET /blobs/ extend bytes=5 total=1'
    ask "$blob"
    right
    header_says '^content-type: application/octet-stream; charset=utf-8$'
    header_says "^x-path: /$blob$"
    run ! header_says '^docker-content-digest'
    for length in $size $((size - 5)) $((size + 5)); do
        ask "$blob"
        [ "$(stat -c %s body)" = "$length" ]
        run ! right
    done
}

@test "gzip, chunks, HTTP/1.0, a Range that is ignored" {
    inject 'GET /blobs/ gzip total=1' 'GET /blobs/ chunked total=1' 'GET /blobs/ http10 total=1' 'GET /blobs/ ignore-range'
    ask "$blob" --compressed
    header_says '^content-encoding: gzip'
    right
    ask "$blob"
    header_says '^transfer-encoding: chunked'
    right
    ask "$blob"
    header_says '^HTTP/1.0 200'
    run ! header_says '^content-length'
    right
    ask "$blob" -r 1-
    header_says '^HTTP/1.1 200'
    right
}

@test "bodies that break off: closed, reset, silent; slow ones; no answer" {
    inject 'GET /blobs/ cut bytes=1000 total=1' 'GET /blobs/ reset bytes=1000 total=1' \
        'GET /blobs/ stall bytes=1000 total=1' 'GET /blobs/ drop total=1' 'GET /blobs/ rate bytes=200000'
    run -18 ask "$blob"
    [ "$(stat -c %s body)" = 1000 ]
    run -56 ask "$blob"
    [ "$(stat -c %s body)" = 1000 ]
    run -28 ask "$blob" --max-time 1
    [ "$(stat -c %s body)" = 1000 ]
    run ask "$blob"
    [[ $status = 52 || $status = 56 ]]
    ask "$blob" -w '%{time_total}' >seconds
    right
    awk '{ exit !($1 > 0.3) }' seconds
}

@test "redirects, and a credential that should not have come along" {
    inject 'GET /blobs/ redirect to=http://{far}{target}?signature=s'
    ask "$blob"
    header_says "^location: http://$(place far | sed s/127.0.0.1/127.0.0.2/)/$blob"
    ask "$blob" -L
    right
    ask "$blob" --location-trusted
    header_says '^HTTP/1.1 400'
    asked 1 '.at == "far" and .credential != null'
}

@test "a token that is no longer good, what delays, a proxy for every host" {
    inject 'GET /blobs/ delay seconds=0.3' 'GET /blobs/ expire total=1'
    ask "$blob" -w '%{time_total}' >seconds
    awk '{ exit !($1 > 0.3) }' seconds
    header_says '^www-authenticate: Bearer realm="http://127.0.0.1'
    ask "$blob"
    right
    curl -s -x "$proxy" -H "Authorization: Bearer $token" -o body "http://registry.example/$blob"
    right
    curl -sk -x "$proxy" -H "Authorization: Bearer $token" -o body "https://registry.example/$blob"
    right
    asked 2 '.host == "registry.example" and (.target | test("/blobs/"))'
}

# It writes on after the client has gone.
has_kept_1000() {
    [ "$(find "$registry/data" -path '*_uploads*' -name data -size 1000c | wc -l)" = 1 ]
}

@test "an upload that is cut: the registry has kept what came, and goes on with it no more" {
    only_debians 'it goes on with it'
    inject 'PATCH . cut-upload bytes=1000' 'POST . relative'
    token=$(curl -s --noproxy '*' -u ada:lovelace:1 "http://$(place token)/token?service=registry.example&scope=repository:team/app:pull,push" | jq -r .token)
    ask v2/team/app/blobs/uploads/ -X POST
    header_says '^location: /v2/team/app/blobs/uploads/'
    upload=$(tr -d '\r' <header | sed -n 's|^[Ll]ocation: /||p')
    head -c 5000 /dev/zero >data
    run -56 ask "$upload" -X PATCH -H 'Content-Type: application/octet-stream' --data-binary @data
    wait_for 10 has_kept_1000
    # Its state is in the query, and the next one was in the answer that nobody got.
    ask "$upload"
    header_says '^HTTP/1.1 404'
    grep -q BLOB_UPLOAD_INVALID body
}
