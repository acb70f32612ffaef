#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image and TLS: private authorities, certificates of clients, names, folders of certificates.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up -n private --tls
    skopeo_push
    registry_up -n client --client-cert
    skopeo_push --dest-cert-dir "$REGISTRIES/client.d"
    registry_up -n named --tls --proxy --host registry.example
    push small team/app:1
}

# skopeo_push [OPTION...]: into a registry that speaks TLS itself.
skopeo_push() {
    images small
    folder "$REGISTRIES/client.d"
    skopeo copy -q --dest-tls-verify=false "$@" "oci:$BATS_FILE_TMPDIR/images:small" "docker://$host/team/app:1"
    echo "$host" >"$registry/host"
}

# folder DIR [client]: certificates as certs.d has them.
folder() {
    mkdir -p "$1"
    cp "$registry/ca.crt" "$1"
    cp "$registry/client.crt" "$1/client.cert"
    cp "$registry/client.key" "$1"
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    layout=$PWD/layout
}

teardown_file() {
    registries_down
}

# at NAME: the registry that the test is about.
at() {
    registry=$REGISTRIES/$1
    host=$(cat "$registry/host")
}

# fetch_tls [OPTION...]
fetch_tls() {
    rm -rf "$layout"
    run_split fetch-image --layout "$layout" "$host/team/app:1" "$@"
}

fetched() {
    expect 0
    [ "$(jq -r .result.manifest.digest <<<"$output")" = "$(digest_of small)" ]
    same_blobs
}

@test "a private authority: unknown 78, by --cert-dir, by certs.d of the user" {
    at private
    fetch_tls
    expect 78 certificate
    folder certs && rm certs/client.*
    fetch_tls --cert-dir certs
    fetched
    mkdir -p ".config/containers/certs.d/$host"
    cp "$registry/ca.crt" ".config/containers/certs.d/$host"
    fetch_tls
    fetched
    fetch_tls --cert-dir .config
    expect 78 certificate
}

@test "a certificate of another authority is no help, --tls-verify=false is" {
    at private
    mkdir certs
    cp "$REGISTRIES/client/ca.crt" certs
    fetch_tls --cert-dir certs
    expect 78 certificate
    fetch_tls --tls-verify=false
    fetched
}

@test "an authority of certs.d is trusted beside the system's file or folder of them" {
    at private
    mkdir other none hashed
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=other \
        -keyout key -out other/ca.crt 2>/dev/null
    cp "$registry/ca.crt" hashed/ca.pem
    openssl rehash hashed
    export SSL_CERT_FILE=$registry/ca.crt SSL_CERT_DIR=$PWD/none
    fetch_tls
    fetched
    fetch_tls --cert-dir other
    fetched
    export SSL_CERT_FILE=$PWD/none.crt SSL_CERT_DIR=$PWD/hashed
    fetch_tls --cert-dir other
    fetched
    export SSL_CERT_DIR=$PWD/none
    fetch_tls --cert-dir other
    expect 78 certificate
}

@test "an authority that the system has in its one file, not in its folder" {
    unshare --map-root-user --mount true || skip 'no namespaces here'
    at private
    cat /etc/ssl/certs/ca-certificates.crt "$registry/ca.crt" >bundle
    run_split env -u SSL_CERT_FILE -u SSL_CERT_DIR unshare --map-root-user --mount bash -c \
        'mount --bind bundle /etc/ssl/certs/ca-certificates.crt && exec "$@"' - \
        fetch-image --layout "$layout" "$host/team/app:1"
    fetched
}

@test "who must show a certificate" {
    at client
    folder certs
    fetch_tls --cert-dir certs
    fetched
    rm certs/client.*
    fetch_tls --cert-dir certs
    echo "$status: $stderr"
    [ "$status" = 78 ] || expect 75 # when the connection is closed before the alert is read
    no_image
    folder certs && rm certs/client.key
    fetch_tls --cert-dir certs
    expect 78 'client.key'
    echo nothing >certs/client.key
    fetch_tls --cert-dir certs
    expect 78 'client'
}

@test "a certificate's folder is for its host alone" {
    at private
    mkdir -p .config/containers/certs.d/other.example:443
    cp "$registry/ca.crt" .config/containers/certs.d/other.example:443
    fetch_tls
    expect 78 certificate
}

@test "names: one in the certificate, one that is not" {
    use named
    folder certs && rm certs/client.*
    for name in registry.example other.example; do
        rm -rf "$layout"
        run_split env "https_proxy=http://$host" fetch-image --layout "$layout" --cert-dir certs "$name/team/app:1"
        if [ $name = registry.example ]; then
            fetched
            asked 4 '.at == "tls" and .host == "registry.example" and .status == 200'
        else
            expect 78 certificate
        fi
    done
}
