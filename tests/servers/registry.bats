#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# The launchers themselves: an image goes in and comes back by skopeo in each mode.

load ../lib/helpers

setup() {
    registry=$BATS_TEST_TMPDIR/registry
    mkdir -p "$registry"
    echo 'ada:lovelace' >"$registry/users"
    oci_image "$BATS_TEST_TMPDIR/in"
}

teardown() {
    "$ROOT/tests/servers/registry-down" "$registry"
}

# blob DIR: stdin becomes a blob of the layout; prints "DIGEST SIZE".
blob() {
    cat >"$1/blob"
    local digest
    digest=$(sha256sum "$1/blob" | cut -c1-64)
    printf 'sha256:%s %s' "$digest" "$(stat -c %s "$1/blob")"
    mv "$1/blob" "$1/blobs/sha256/$digest"
}

# oci_image DIR: the least layout that skopeo takes: one layer with one file, tag "it".
oci_image() {
    local diff_id layer config manifest
    mkdir -p "$1/blobs/sha256" "$1/root"
    echo hello >"$1/root/file"
    tar -C "$1/root" --mtime=@0 -cf "$1/layer.tar" file
    diff_id=sha256:$(sha256sum "$1/layer.tar" | cut -c1-64)
    read -r -a layer <<<"$(gzip -nc "$1/layer.tar" | blob "$1")"
    read -r -a config <<<"$(printf '{"architecture":"amd64","os":"linux","config":{},"rootfs":{"type":"layers","diff_ids":["%s"]}}' "$diff_id" | blob "$1")"
    read -r -a manifest <<<"$(printf '{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{"mediaType":"application/vnd.oci.image.config.v1+json","digest":"%s","size":%s},"layers":[{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"%s","size":%s}]}' "${config[@]}" "${layer[@]}" | blob "$1")"
    printf '{"schemaVersion":2,"manifests":[{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"%s","size":%s,"annotations":{"org.opencontainers.image.ref.name":"it"}}]}' "${manifest[@]}" >"$1/index.json"
    echo '{"imageLayoutVersion":"1.0.0"}' >"$1/oci-layout"
}

push() { skopeo copy -q "${@:2}" "oci:$BATS_TEST_TMPDIR/in:it" "docker://$1/team/app:1"; }
pull() { skopeo copy -q "${@:2}" "docker://$1/team/app:1" "oci:$BATS_TEST_TMPDIR/out:it"; }
same_image() {
    [ "$(jq -r '.manifests[0].digest' "$BATS_TEST_TMPDIR/in/index.json")" = \
        "$(jq -r '.manifests[0].digest' "$BATS_TEST_TMPDIR/out/index.json")" ]
}

@test "an open registry" {
    read -r host _ < <("$ROOT/tests/servers/registry-up" "$registry")
    push "$host" --dest-tls-verify=false
    pull "$host" --src-tls-verify=false
    same_image
}

@test "bearer tokens: a user pushes, anybody pulls, a wrong password is refused" {
    read -r host _ < <("$ROOT/tests/servers/registry-up" --token "$registry")
    run ! push "$host" --dest-tls-verify=false
    run ! push "$host" --dest-tls-verify=false --dest-creds ada:wrong
    push "$host" --dest-tls-verify=false --dest-creds ada:lovelace
    pull "$host" --src-tls-verify=false
    same_image
    grep -q 'scope=repository:team/app:pull.* anonymous' <(sed 's/%3A/:/g; s/%2F/\//g' "$registry/token.log")
}

@test "Basic auth over TLS with a CA of its own" {
    read -r host _ < <("$ROOT/tests/servers/registry-up" --basic --tls "$registry")
    mkdir "$BATS_TEST_TMPDIR/certs"
    cp "$registry/ca.crt" "$BATS_TEST_TMPDIR/certs"
    run ! push "$host" --dest-creds ada:lovelace
    run ! push "$host" --dest-cert-dir "$BATS_TEST_TMPDIR/certs"
    push "$host" --dest-cert-dir "$BATS_TEST_TMPDIR/certs" --dest-creds ada:lovelace
    pull "$host" --src-cert-dir "$BATS_TEST_TMPDIR/certs" --src-creds ada:lovelace
    same_image
}

@test "registry-down ends what registry-up started" {
    read -r host pid < <("$ROOT/tests/servers/registry-up" --token "$registry")
    registry_pid=$(cat "$pid")
    token_pid=$(cat "$registry/token.pid")
    "$ROOT/tests/servers/registry-down" "$registry"
    run ! kill -0 "$registry_pid" 2>/dev/null
    run ! kill -0 "$token_pid" 2>/dev/null
}
