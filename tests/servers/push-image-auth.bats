#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# push-image and logins: the source's and the destination's are two, and nobody sees either.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up -n source --basic --proxy
    push large team/app:1
    registry_up -n basic --basic --proxy
    registry_up -n token --token --proxy
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    use source
    new_layout
    auths "$host" ada:lovelace:1 >from.json
    fetch "$host/team/app:1" --authfile from.json -o image.json
    expect 0
    inject ''
}

teardown_file() {
    registries_down
}

# auths HOST USER:PASSWORD: an auth file.
auths() {
    jq -n --arg host "$1" --arg auth "$(printf %s "$2" | base64 -w 0)" '{auths: {($host): {auth: $auth}}}'
}

# push_to NAME USER:PASSWORD [OPTION...]: into this registry.
push_to() {
    use "$1"
    inject ''
    auths "$host" "$2" >to.json
    run_split push-image --tls-verify=false --to "$host/new/app:1" --authfile to.json "${@:3}" image.json
}

arrived() {
    skopeo copy -q --src-tls-verify=false "docker://$(behind)/new/app:1" dir:theirs --src-creds bob:builder
    [ "sha256:$(sha256sum <theirs/manifest.json | cut -d ' ' -f 1)" = "$(digest_of large)" ]
}

@test "Basic and bearer: only the destination's login goes there, only its host is asked" {
    for name in basic token; do
        push_to $name bob:builder
        expect 0
        arrived
        asked 0 '.credential | tostring | test("ada")'
        [ "$(requests '.credential | tostring | test(" bob ")')" -ge 4 ]
        (use source && asked 0 true)
    done
    grep -qi 'scope=repository%3anew%2fapp%3a[^&]*push.* bob 200' "$registry/token.log"
}

@test "a token that is no longer good in the middle of the upload" {
    use token
    push_to token bob:builder
    expect 0
    rm -rf "$registry/data"/docker/registry/v2/repositories/new
    auths "$host" bob:builder >to.json
    inject 'PATCH . expire total=1' 'PUT . expire total=1'
    run_split push-image --tls-verify=false --to "$host/second/app:1" --authfile to.json image.json
    expect 0
    asked 2 '.fault == "expire" and .status == 401'
}

@test "a wrong password and none: 77, and nothing is begun" {
    for name in basic token; do
        push_to $name bob:wrong
        expect 77
        asked 0 '.status == 202'
        echo '{}' >to.json
        run_split push-image --tls-verify=false --to "$host/new/app:1" --authfile to.json image.json
        expect 77
    done
}

@test "no login goes where an upload's Location leads" {
    use basic
    auths "$host" bob:builder >to.json
    for other in near far; do
        inject "POST . header Location=http://{$other}{path}"
        run_split push-image --tls-verify=false --retry-time 1 --to "$host/elsewhere$other/app:1" --authfile to.json image.json
        asked 0 ".at == \"$other\" and .credential"
    done
}

@test "no secret in what is said or written" {
    for name in basic token; do
        push_to $name bob:builder --verbose
        [ "$status" = 0 ]
        cat stdout stderr >said
        push_to $name bob:wr0ng-one --verbose
        cat stdout stderr >>said
        run ! grep -E "builder|lovelace|wr0ng-one|$(printf %s bob:builder | base64 | cut -c1-12)|eyJ" said
    done
}
