#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image and where a registry sends it: redirects, realms, and what must not come along.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up -n open --proxy --tls
    push small team/app:1
    registry_up -n token --proxy --token
    push small team/app:1
}

setup() {
    use open
    new_layout
}

teardown_file() {
    registries_down
}

# fetch_through_proxy: team/app:1 of registry.example; ours is the proxy of the environment.
fetch_through_proxy() {
    run_split env "http_proxy=http://$host" "https_proxy=http://$host" \
        fetch-image registry.example/team/app:1 --tls-verify=false --layout "$layout"
}

# nobody_was_asked: no other place.
nobody_was_asked() {
    asked 0 ".at == \"near\" or .at == \"far\""
}

@test "blobs on another port, on another host: the token stays with the registry" {
    use token
    for other in near far; do
        new_layout
        inject "GET /blobs/ redirect to=http://{$other}{path}?signature=secret"
        fetch "$host/team/app:1"
        expect 0
        same_as_skopeo "$host/team/app:1"
        asked 6 ".at == \"$other\" and .status == 200"
        asked 0 ".at == \"$other\" and .credential"
    done
}

# at_the_storage STATUS FAULT: blobs lie behind a redirect, and there is the fault; nobody there is told who asks.
at_the_storage() {
    echo "$2"
    new_layout
    inject 'GET /blobs/ redirect to=http://{near}{path}?signature=s' "GET /blobs/ $2 at=near"
    fetch "$host/team/app:1"
    expect "$1"
    if [ "$1" = 0 ]; then same_as_skopeo "$host/team/app:1"; else no_image; fi
    [ "$(requests '.at == "near" and .fault')" -ge 1 ]
    asked 0 '(.at == "near" or .at == "far") and .credential'
    [ "$(requests '.at == "proxy" and .credential')" -ge 1 ]
}

@test "what goes wrong where blobs were moved to: the image or an error, and the token stays with the registry" {
    use token
    for fault in 'status code=500' 'status code=502' 'status code=503' 'status code=429 Retry-After=0' 'status code=429' \
        'status code=429 Retry-After=soon' drop 'cut bytes=100' 'reset bytes=100' 'redirect to=http://{far}{path}'; do
        at_the_storage 0 "$fault total=1"
    done
    for fault in ignore-range chunked http10 'header Docker-Content-Digest= "Content-Type=text/plain; charset=utf-8"'; do
        at_the_storage 0 "$fault"
    done
    for fault in flip 'extend bytes=1' gzip 'redirect to=http://169.254.169.254/' 'redirect to=file:///etc/passwd'; do
        at_the_storage 76 "$fault"
    done
}

@test "every kind of redirect, absolute and relative" {
    for code in 301 302 303 307 308; do
        new_layout
        inject "GET /blobs/ redirect code=$code to={path}?again=$code times=1"
        fetch "$host/team/app:1"
        expect 0
        asked 3 ".status == $code"
        asked 3 ".target | test(\"again=$code\$\")"
    done
}

@test "a redirect in a circle, one to nowhere" {
    inject 'GET /manifests/ redirect code=302 to={target}'
    fetch "$host/team/app:1"
    expect 76 'more than 10 redirects'
    asked 11 '.status == 302'
    inject 'GET /manifests/ status code=302'
    fetch "$host/team/app:1"
    expect 76 'redirect.*no place'
    no_image
}

@test "a redirect to a metadata service, to a file, from a public host to loopback" {
    inject 'GET /manifests/ redirect to=http://169.254.169.254/latest'
    fetch "$host/team/app:1"
    expect 76 "redirect.*'169.254.169.254'"
    inject 'GET /manifests/ redirect to=file:///etc/hostname'
    fetch "$host/team/app:1"
    expect 76 "redirect.*'file:///etc/hostname'"
    # What signs an URL is said to nobody.
    inject 'GET /manifests/ redirect to=ftp://storage.example/x?X-Amz-Signature=5ec3e75ec3e75ec3e7'
    fetch "$host/team/app:1"
    expect 76 "redirect.*ftp://storage.example"
    run ! grep -q 5ec3e7 "$BATS_TEST_TMPDIR/stderr"
    inject "GET /manifests/ redirect to=http://0x7f.1:$(cat "$registry/near.port"){path}"
    fetch_through_proxy
    expect 76 "redirect.*'127.0.0.1'"
    nobody_was_asked
    no_image
}

# with_hosts LINE COMMAND...: where /etc/hosts has that line alone.
with_hosts() {
    printf '%s\n' "$1" >"$BATS_TEST_TMPDIR/hosts"
    # shellcheck disable=SC2016 # of the inner shell
    unshare -m sh -c 'mount --bind "$1" /etc/hosts && shift && exec "$@"' - "$BATS_TEST_TMPDIR/hosts" "${@:2}"
}

@test "a name that leads to loopback: no way from a public host" {
    unshare -m true || skip 'needs mounts of its own'
    inject "GET /blobs/ redirect to=https://storage.example:$(cat "$registry/tls.port"){path}"
    run_split with_hosts '127.0.0.1 storage.example' env "http_proxy=http://$host" "https_proxy=http://$host" \
        no_proxy=storage.example fetch-image registry.example/team/app:1 --tls-verify=false --layout "$layout"
    expect 76 "'storage.example' leads to 127.0.0.1"
    nobody_was_asked
    no_image
}

@test "a registry at an inner address, by its name, leads to others there" {
    unshare -m true || skip 'needs mounts of its own'
    for to in storage.example 127.0.0.1; do
        new_layout
        inject "GET /blobs/ redirect to=http://$to:$(cat "$registry/near.port"){path}"
        run_split with_hosts '127.0.0.1 registry.example storage.example' fetch-image --tls-verify=false \
            --layout "$layout" "registry.example:${host#*:}/team/app:1"
        expect 0
        asked 3 '.at == "near" and .status == 200'
    done
    inject 'GET /blobs/ redirect to=http://metadata.example/'
    rm -r "$layout"
    run_split with_hosts $'127.0.0.1 registry.example\n169.254.169.254 metadata.example' fetch-image \
        --tls-verify=false --layout "$layout" "registry.example:${host#*:}/team/app:1"
    expect 76 "'metadata.example' leads to 169.254.169.254"
}

@test "through the proxy of the environment, over TLS too" {
    fetch_through_proxy
    expect 0
    asked 4 '.host == "registry.example" and .at == "tls" and .status == 200'
    [ "$(requests '.method == "CONNECT" and .target == "registry.example:443"')" -ge 1 ]
    same_blobs
}

@test "TLS: no way back to plain HTTP" {
    fetch "$(place tls)/team/app:1"
    expect 0
    asked 0 '.at != "tls"'
    new_layout
    inject 'GET /blobs/ redirect to=http://{near}{path}'
    fetch "$(place tls)/team/app:1"
    expect 76 'from HTTPS to plain HTTP'
    nobody_was_asked
    no_image
}

@test "plain HTTP only when it is allowed" {
    # Said at once: trying again is no help.
    plain=$(behind)
    run_split timeout 9 fetch-image "$plain/team/app:1" --layout "$layout"
    expect 78 "registry '$plain', repository 'team/app': no TLS.*--tls-verify=false"
    run_split fetch-image --retry-time 0 "$host/team/app:1" --layout "$layout"
    [ "$status" != 0 ]
    asked 0 true
}

@test "a realm that is not the registry's to name" {
    inject "GET . status code=401 'WWW-Authenticate=Bearer realm=\"http://169.254.169.254/token\",service=\"x\"'"
    fetch "$host/team/app:1"
    expect 76 "token server.*'169.254.169.254'"
    inject "GET . status code=401 'WWW-Authenticate=Bearer realm=\"http://127.0.0.1/token\",service=\"x\"'"
    fetch_through_proxy
    expect 76 "token server.*'127.0.0.1'"
}
