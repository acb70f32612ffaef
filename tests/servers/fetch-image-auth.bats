#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image and logins: where they are found, which is taken, where they go, and that nobody sees them.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up -n basic --basic --proxy
    push small team/app:1
    registry_up -n token --token --proxy
    push small team/app:1
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    use token
    token_settings login=yes
    new_layout
    PATH=$BATS_TEST_TMPDIR:$PATH
}

teardown() {
    printf '%s\n' ada:lovelace:1 bob:builder >"$registry/users"
}

teardown_file() {
    registries_down
}

# auths KEY USER:PASSWORD...: an auth file.
auths() {
    while [ $# -gt 1 ]; do
        jq -n --arg key "$1" --arg auth "$(printf %s "$2" | base64 -w 0)" '{($key): {auth: $auth}}'
        shift 2
    done | jq -s '{auths: add}'
}

# helper NAME: docker-credential-NAME, which notes how it was called and answers with ./answer.
helper() {
    cat >"docker-credential-$1" <<END
#!/bin/sh
echo "\$@" >>called
cat >>called
cat answer
! grep -q 'not found' answer
END
    chmod +x "docker-credential-$1"
}

# The user's requests, and nobody else's.
came_as() {
    asked 0 ".status == 200 and (.credential | tostring | test(\"^$1 \") | not) and (.target | test(\"blobs|manifests\"))"
}

@test "Basic: a user from --authfile; nobody and a wrong password are refused, without trying again" {
    use basic
    inject ''
    fetch "$host/team/app:1"
    expect 77
    auths "$host" ada:lovelace:1 >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    same_blobs
    came_as 'Basic ada'
    new_layout
    auths "$host" ada:wrong >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 77 '401|UNAUTHORIZED|refused|denied'
    [ "$(requests .credential)" -le 2 ]
    no_image
}

@test "the environment's login, ours before Thoth's, and both before files" {
    use basic
    inject ''
    auths "$host" ada:wrong >auth.json
    THOTH_REGISTRY_CREDENTIALS=ada:lovelace:1 fetch "$host/team/app:1" --authfile auth.json
    expect 0
    came_as 'Basic ada'
    new_layout
    BUILD_ANALYSIS_REGISTRY_LOGIN=bob:builder THOTH_REGISTRY_CREDENTIALS=ada:lovelace:1 fetch "$host/team/app:1"
    expect 0
    came_as 'Basic bob'
    new_layout
    THOTH_REGISTRY_CREDENTIALS=ada:wrong fetch "$host/team/app:1"
    expect 77 THOTH_REGISTRY_CREDENTIALS
    [[ $stderr != *wrong* ]]
}

@test "bearer: the user goes to the token server alone, the registry sees the token" {
    auths "$host" ada:lovelace:1 >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    same_as_skopeo "$host/team/app:1" --src-authfile auth.json
    came_as 'Bearer ada'
    asked 0 '.credential | tostring | test("^Basic")'
    grep -q '^GET /token.* ada 200$' "$registry/token.log"
    new_layout
    auths "$host" ada:wrong >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 77 'token server'
    no_image
}

@test "each place where a login may stand" {
    auths "$host" ada:lovelace:1 >right.json
    jq .auths right.json >right.dockercfg
    try() {
        mkdir -p "$(dirname "$1")"
        cp "right.${3:-json}" "$1"
        run_split env "$2" fetch-image --tls-verify=false --layout "$layout" "$host/team/app:1"
        rm "$1"
        expect 0
        rm -r "$layout"
    }
    try here.json "REGISTRY_AUTH_FILE=$PWD/here.json"
    try runtime/containers/auth.json "XDG_RUNTIME_DIR=$PWD/runtime"
    try config/containers/auth.json "XDG_CONFIG_HOME=$PWD/config"
    try .config/containers/auth.json A=B
    try docker/config.json "DOCKER_CONFIG=$PWD/docker"
    try .docker/config.json A=B
    try .dockercfg A=B dockercfg
    fetch "$host/team/app:1"
    expect 77
}

@test "the first place that knows the registry wins" {
    auths "$host" ada:lovelace:1 >right.json
    auths "$host" ada:wrong >wrong.json
    auths elsewhere.example ada:wrong >other.json
    mkdir -p runtime/containers .config/containers .docker
    cp other.json runtime/containers/auth.json
    cp right.json .config/containers/auth.json
    cp wrong.json .docker/config.json
    export XDG_RUNTIME_DIR=$PWD/runtime
    fetch "$host/team/app:1"
    expect 0
    cp wrong.json runtime/containers/auth.json
    new_layout
    fetch "$host/team/app:1"
    expect 77
    REGISTRY_AUTH_FILE=$PWD/right.json fetch "$host/team/app:1"
    expect 0
    new_layout
    REGISTRY_AUTH_FILE=$PWD/wrong.json fetch "$host/team/app:1" --authfile right.json
    expect 0
}

@test "keys: the most specific wins, a neighbour's is not taken, docker's old form is" {
    auths "$host" ada:wrong "$host/team" ada:wrong "$host/team/app" ada:lovelace:1 >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    auths "$host/team/ap" ada:lovelace:1 "$host/tea" ada:lovelace:1 "127.0.0.1" ada:lovelace:1 >auth.json
    new_layout
    fetch "$host/team/app:1" --authfile auth.json
    expect 77
    asked 0 .credential
    auths "http://$host/v1/" ada:lovelace:1 >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
}

@test "values: user and password apart, an identity token, a registry's own token" {
    jq -n --arg h "$host" '{auths: {($h): {username: "ada", password: "lovelace:1"}}}' >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    new_layout
    echo ada:machine >"$registry/identities"
    jq -n --arg h "$host" '{auths: {($h): {auth: "YWRhOg==", identitytoken: "machine"}}}' >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    grep -q '^POST /token ada 200$' "$registry/token.log"
    new_layout
    token=$(curl -s --noproxy '*' -u ada:lovelace:1 \
        "http://$(place token)/token?service=registry.example&scope=repository:team/app:pull" | jq -r .token)
    jq -n --arg h "$host" --arg t "$token" '{auths: {($h): {registrytoken: $t}}}' >auth.json
    rm "$registry/token.log"
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    [ ! -e "$registry/token.log" ]
    came_as 'Bearer ada'
}

@test "identity tokens: where there is no POST by GET, and the new one where it changes" {
    echo ada:machine >"$registry/identities"
    jq -n --arg h "$host" --arg a "$(printf %s ada:lovelace:1 | base64)" \
        '{auths: {($h): {auth: $a, identitytoken: "machine"}}}' >auth.json
    token_settings login=yes post=404
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    grep -q '^GET /token.* ada 200$' "$registry/token.log"
    new_layout
    token_settings login=yes rotate=yes
    inject 'GET /blobs/ expire header=Authorization times=1'
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    [ "$(grep -c '^POST /token ada 200$' "$registry/token.log")" -ge 2 ]
    run ! grep -q refused "$registry/token.log"
}

@test "helpers: one for the host before the store of all; asked with the host on stdin" {
    helper first
    helper second
    echo '{"ServerURL":"x","Username":"ada","Secret":"lovelace:1"}' >answer
    jq -n --arg h "$host" '{credsStore: "second", credHelpers: {($h): "first"}}' >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    [ "$(sort -u called)" = "$(printf '%s\n' "$host" get | sort)" ]
    new_layout
    jq -n '{credsStore: "second"}' >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    new_layout
    echo ada:machine >"$registry/identities"
    echo '{"ServerURL":"x","Username":"<token>","Secret":"machine"}' >answer
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
}

@test "helpers: without a login for this host nobody is sent; one that fails or is not there is told" {
    helper first
    echo 'credentials not found in native keychain' >answer
    jq -n --arg h "$host" '{credHelpers: {($h): "first"}}' >auth.json
    token_settings
    fetch "$host/team/app:1" --authfile auth.json
    expect 0
    came_as 'Bearer anonymous'
    echo '{"Username":' >answer
    new_layout
    token_settings login=yes
    fetch "$host/team/app:1" --authfile auth.json
    expect 78 docker-credential-first
    rm docker-credential-first
    fetch "$host/team/app:1" --authfile auth.json
    expect 78 docker-credential-first
    jq -n --arg h "$host" '{credHelpers: {($h): "../first"}}' >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 78 'first'
    no_image
}

@test "auth files that are none" {
    echo '{"auths":' >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 78 'auth.json'
    fetch "$host/team/app:1" --authfile absent.json
    expect 78 'absent.json'
    auths "$host" no-colon >auth.json
    fetch "$host/team/app:1" --authfile auth.json
    expect 78 'auth.json'
    asked 0 .credential
}

@test "a file of logins that is not there is told before anybody is asked" {
    token_settings ''
    fetch "$host/team/app:1"
    expect 0
    inject ''
    fetch "$host/team/app:1" --authfile none.json
    expect 78 "'none.json'.*not there"
    REGISTRY_AUTH_FILE=none.json fetch "$host/team/app:1"
    expect 78 "'none.json'.*not there"
    asked 0 true
}

@test "a login that rotates while the image comes is read again" {
    auths "$host" ada:lovelace:1 >auth.json
    # The config is late, the layers' token is no longer good.
    inject "GET /$(manifest_of small | jq -r .config.digest) delay seconds=3" 'GET /blobs/ expire header=Authorization total=1 after=1'
    start fetch fetch-image --tls-verify=false --layout "$layout" --authfile auth.json "$host/team/app:1"
    manifest_came() { [ "$(requests '.status == 200 and (.target | test("manifests"))')" -ge 1 ]; }
    wait_for 20 manifest_came
    echo ada:new >"$registry/users"
    auths "$host" ada:new >new.json
    mv new.json auth.json
    wait "$(cat fetch.pid)"
    same_blobs
    [ "$(grep -c ' ada 200$' "$registry/token.log")" -ge 2 ]
}

@test "a password is for its host: not for where a redirect leads" {
    for name in basic token; do
        use $name
        auths "$host" ada:lovelace:1 "127.0.0.2" ada:lovelace:1 >auth.json
        for other in near far; do
            new_layout
            inject "GET /blobs/ redirect to=http://{$other}{path}"
            fetch "$host/team/app:1" --authfile auth.json
            expect 0
            asked 3 ".at == \"$other\" and .status == 200"
            asked 0 ".at == \"$other\" and .credential"
        done
    done
}

@test "where a redirect leads a 401 is answered without a login, or not at all" {
    auths "$host" ada:lovelace:1 >auth.json
    inject 'GET /blobs/ redirect to=http://{near}{path}' \
        "GET /blobs/ status at=near code=401 'WWW-Authenticate=Bearer realm=\"http://$(place token)/token\",service=\"registry.example\"'"
    fetch "$host/team/app:1" --authfile auth.json
    [ "$status" = 76 ] || [ "$status" = 77 ]
    asked 0 '.at == "near" and (.credential | tostring | test(" ada "))'
    no_image
}

@test "no secret in what is said, written or recorded" {
    for name in basic token; do
        use $name
        auths "$host" ada:lovelace:1 >auth.json
        new_layout
        run_split fetch-image --verbose --tls-verify=false --layout "$layout" --authfile auth.json "$host/team/app:1"
        [ "$status" = 0 ]
        inject 'GET /blobs/ status code=403'
        rm -r "$layout"
        cat stdout stderr >said
        run_split fetch-image --verbose --log-format json --tls-verify=false --layout "$layout" --authfile auth.json "$host/team/app:1"
        [ "$status" = 77 ]
        cat stdout stderr >>said
        run ! grep -E "lovelace|$(printf %s ada:lovelace:1 | base64 | cut -c1-12)|eyJ" said
        run ! grep -rE 'lovelace|eyJ' "$layout" --include=index.json
    done
}
