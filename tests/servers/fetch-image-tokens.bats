#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image without a login: bearer tokens for everybody, and what is refused.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up --proxy --token
    push small team/app:1
}

setup() {
    new_layout
    token_settings
}

teardown_file() {
    registries_down
}

# tokens FILTER: how many lines of the token server's log hold this.
tokens() {
    grep -c "$1" "$registry/token.log" || true
}

@test "a token is fetched once, for all of the image, and only to pull" {
    fetch "$host/team/app:1"
    expect 0
    same_as_skopeo "$host/team/app:1"
    asked 1 '.status == 401 and (.target | test("manifests")) and (.accept | test("docker") and test("index"))'
    [ "$(tokens 'scope=repository%3[aA]team%2[fF]app%3[aA]pull anonymous 200')" -ge 1 ]
    [ "$(tokens push)" = 0 ]
}

@test "a token that is refused in mid-image is fetched again" {
    inject 'GET /(blobs|manifests)/ expire header=Authorization after=1 times=1'
    fetch "$host/team/app:1"
    expect 0
    same_blobs
    asked 3 '.status == 401 and .credential'
    asked 4 '.status == 200 and .credential and (.target | test("blobs|manifests"))'
    # Who is refused while another fetches one takes that.
    [ "$(tokens 'anonymous 200')" -ge 2 ] && [ "$(tokens 'anonymous 200')" -le 4 ]
}

@test "where the token stands, what is said of its life, a query in the realm" {
    for words in member=token member=access_token expires_in=no seconds=1; do
        new_layout
        token_settings "$words"
        fetch "$host/team/app:1"
        expect 0
    done
    new_layout
    inject "GET . header 'WWW-Authenticate=Negotiate, bearer realm=\"http://$(place token)/token?account=nobody\",service=\"registry.example\"'"
    fetch "$host/team/app:1"
    expect 0
    [ "$(tokens '^GET /token?account=nobody&service=registry.example&scope=')" -ge 1 ]
}

@test "a realm without a host is the registry's own" {
    inject "GET ^/v2/ header 'WWW-Authenticate=Bearer realm=\"/token?for=us\",service=\"registry.example\"'" \
        "GET ^/token redirect to=http://$(place token){target}"
    fetch "$host/team/app:1"
    expect 0
    [ "$(tokens '^GET /token?for=us&service=registry.example&scope=')" -ge 1 ]
    [ "$(requests '.target | test("^/token.for=us")')" -ge 1 ]
}

@test "a bare 401: the challenge stands at /v2/" {
    inject 'GET /manifests/ status code=401 total=1'
    fetch "$host/team/app:1"
    expect 0
    asked 1 '.target == "/v2/" and .status == 401'
    same_blobs
}

@test "refusals: in spite of a token, no token for nobody, tokens that are no good, 403" {
    inject 'GET /(blobs|manifests)/ expire'
    fetch "$host/team/app:1"
    expect 77 'access denied.*UNAUTHORIZED: authentication required'
    inject ''
    token_settings login=yes
    fetch "$host/team/app:1"
    expect 77 'token server.*incorrect username or password'
    token_settings wrong_after=0
    fetch "$host/team/app:1"
    expect 77 'access denied'
    [ "$(tokens 'anonymous 200')" -le 4 ]
    token_settings
    inject 'GET /blobs/ status code=403 message=nobody'
    fetch "$host/team/app:1"
    expect 77 'access denied.*nobody'
    no_image
}

@test "a token server that is busy, one that is down" {
    token_settings status=429 retry_after=0
    fetch "$host/team/app:1"
    expect 0
    [ "$(tokens 429)" = 1 ]
    new_layout
    token_settings status=503 retry_after=0 times=99
    fetch "$host/team/app:1"
    expect 75 'token server.*503'
    no_image
}
