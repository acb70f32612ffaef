#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# The launchers themselves: an image goes in and comes back by skopeo in each mode.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    "$ROOT/tests/servers/make-images" "$BATS_FILE_TMPDIR/images" small bill
}

teardown() {
    registries_down
}

copy_in() { skopeo copy -q "${@:2}" "oci:$BATS_FILE_TMPDIR/images:small" "docker://$1/team/app:1"; }
copy_out() { skopeo copy -q "${@:2}" "docker://$1/team/app:1" "oci:$BATS_TEST_TMPDIR/out:it"; }
same_image() {
    [ "$(digest_of small)" = "$(jq -r '.manifests[0].digest' "$BATS_TEST_TMPDIR/out/index.json")" ]
}

# trust: a folder of certificates as skopeo wants it, in $certs.
trust() {
    certs=$BATS_TEST_TMPDIR/certs
    mkdir "$certs"
    cp "$registry/ca.crt" "$certs"
}

@test "an open registry" {
    registry_up
    copy_in "$host" --dest-tls-verify=false
    copy_out "$host" --src-tls-verify=false
    same_image
}

@test "bearer tokens: a user pushes, anybody pulls, a wrong password is refused" {
    registry_up --token
    run ! copy_in "$host" --dest-tls-verify=false
    run ! copy_in "$host" --dest-tls-verify=false --dest-creds ada:wrong
    copy_in "$host" --dest-tls-verify=false --dest-creds ada:lovelace:1
    copy_out "$host" --src-tls-verify=false
    same_image
    grep -q 'scope=repository:team/app:pull.* anonymous 200' <(sed 's/%3A/:/g; s/%2F/\//g' "$registry/token.log")
}

@test "identity tokens, and how the token server behaves" {
    cd "$BATS_TEST_TMPDIR" || exit
    registry_up --token
    echo ada:machine >"$registry/identities"
    ask() {
        curl -s --noproxy '*' "http://$(place token)/token$1" "${@:2}"
    }
    form='service=registry.example&scope=repository:team/app:pull,push&client_id=tests'
    ask '' -d "grant_type=refresh_token&refresh_token=machine&$form" >answer
    jq -e '.refresh_token == "machine" and .expires_in == 300' answer
    curl -sf --noproxy '*' -H "Authorization: Bearer $(jq -r .token answer)" "http://$host/v2/"
    ask '' -d "grant_type=refresh_token&refresh_token=other&$form" | jq -e 'has("token") | not'
    ask '' -d "grant_type=password&username=bob&password=builder&$form" | jq -e '.refresh_token | length == 32'
    token_settings seconds=5 member=access_token rotate=yes wrong_after=1
    ask '' -d "grant_type=refresh_token&refresh_token=machine&$form" >answer
    jq -e '.expires_in == 5 and (has("token") | not) and .refresh_token != "machine"' answer
    ask "?$form" >answer
    run ! curl -sf --noproxy '*' -H "Authorization: Bearer $(jq -r .access_token answer)" "http://$host/v2/"
    token_settings post=404 login=yes
    ask '' -d "grant_type=refresh_token&refresh_token=machine&$form" -w '%{http_code}' | grep -q '404$'
    ask "?$form" -w '%{http_code}' | grep -q '401$'
    token_settings status=429 retry_after=0
    ask "?$form" -i | grep -qi '^retry-after: 0'
    ask "?$form" | jq -e .token
}

@test "Basic auth over TLS with a CA of its own" {
    registry_up --basic --tls
    trust
    run ! copy_in "$host" --dest-creds ada:lovelace:1
    run ! copy_in "$host" --dest-cert-dir "$certs"
    copy_in "$host" --dest-cert-dir "$certs" --dest-creds ada:lovelace:1
    copy_out "$host" --src-cert-dir "$certs" --src-creds ada:lovelace:1
    same_image
}

@test "TLS for those who show a certificate" {
    registry_up --client-cert
    trust
    run ! copy_in "$host" --dest-cert-dir "$certs"
    cp "$registry/client.crt" "$certs/client.cert"
    cp "$registry/client.key" "$certs"
    copy_in "$host" --dest-cert-dir "$certs"
    copy_out "$host" --src-cert-dir "$certs"
    same_image
}

@test "what the index stands for that is attached to an image" {
    registry_up
    push small team/app:1
    fallback=sha256-$(digest_of small | cut -c8-)
    push bill "team/app:$fallback"
    skopeo inspect --raw --tls-verify=false "docker://$host/team/app:$fallback" |
        jq -e '.manifests[0].artifactType == "application/vnd.cyclonedx+json"'
}

@test "registry-down ends what registry-up started" {
    registry_up --token --proxy
    mapfile -t pids < <(cat "$registry"/*.pid)
    [ ${#pids[@]} = 4 ]
    registries_down
    for pid in "${pids[@]}"; do
        run ! kill -0 "$pid" 2>/dev/null
    done
}
