#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What skopeo makes of registries.conf, files of logins, certs.d and policy.json is what libcommon makes
# of them.  Nothing listens where skopeo is sent: what it says it tries, and in which order, is enough.

# ROOT, BUILD: lib/helpers.bash
# shellcheck disable=SC2153,SC2154,SC2030,SC2031 # the last three: run_split's variables
load ../lib/helpers

setup() {
    program_or_skip skopeo
    cd "$BATS_TEST_TMPDIR" || exit
    mkdir -p .config/containers
    export XDG_RUNTIME_DIR=$BATS_TEST_TMPDIR/run
    mkdir -p run/containers
    ours=$BUILD/tests/oracle/registry-config
    digest=sha256:$(printf 'a%.0s' {1..64})
}

# tried NAME: what skopeo tries to read it from, one a line.
tried() {
    skopeo --debug inspect "docker://$1" 2>&1 | sed -n 's/.*msg="Trying to access \\"\(.*\)\\""$/\1/p'
}

# same_places NAME [COUNT]
same_places() {
    local expected got
    expected=$(tried "$1")
    got=$("$ours" places "$1" | sed 's/ insecure$//')
    echo "$1: skopeo tries '$expected', we '$got'"
    [ "$got" = "$expected" ]
    [ "$(wc -l <<<"$got")" = "${2:-1}" ]
}

@test "registries: places are asked in skopeo's order" {
    cat >.config/containers/registries.conf <<'TOML'
unqualified-search-registries = ["127.0.0.1:1"]
[[registry]]
prefix = "a.example/ns"
location = "127.0.0.1:1/x/"
[[registry.mirror]]
location = "127.0.0.1:2/m"
[[registry.mirror]]
location = "127.0.0.1:3/t"
insecure = true
pull-from-mirror = "tag-only"
[[registry.mirror]]
location = "127.0.0.1:4"
pull-from-mirror = "digest-only"
[[registry]]
prefix = "a.example/ns/sub"
location = "127.0.0.1:5/sub"
mirror-by-digest-only = true
[[registry.mirror]]
location = "127.0.0.1:6/sub"
[[registry]]
prefix = "a.example"
location = "127.0.0.1:7/all"
[[registry]]
prefix = "*.b.example"
location = "127.0.0.1:7/b"
[[registry]]
prefix = "*.c.b.example"
location = "127.0.0.1:7/c"
[[registry]]
prefix = "docker.io/library"
location = "127.0.0.1:7/hub"
TOML
    same_places a.example/ns/i:1 3
    same_places "a.example/ns/i@$digest" 3
    same_places a.example/ns:1 3
    same_places a.example/ns/sub/i 1
    same_places "a.example/ns/sub/i@$digest" 2
    same_places a.example/ns2/i
    same_places x.b.example/i:2
    same_places y.x.b.example/i:2
    same_places x.c.b.example/i:2
    same_places docker.io/alpine
    same_places alpine:3
}

@test "registries: drop-ins replace what is of the same prefix" {
    mkdir .config/containers/registries.conf.d
    printf '[[registry]]\nprefix = "%s.example"\nlocation = "127.0.0.1:1/%s"\n' a a b b c c \
        >.config/containers/registries.conf
    printf '[[registry]]\nprefix = "a.example"\nlocation = "127.0.0.1:2"\n' \
        >.config/containers/registries.conf.d/20.conf
    printf '[[registry]]\nprefix = "%s.example"\nlocation = "127.0.0.1:3/%s"\n' a x b x \
        >.config/containers/registries.conf.d/10.conf
    echo '=' >.config/containers/registries.conf.d/30.toml
    same_places a.example/i
    same_places b.example/i
    same_places c.example/i
}

@test "registries: what is wrong there is wrong here" {
    while IFS= read -r text; do
        printf '%b' "$text" >.config/containers/registries.conf
        cat .config/containers/registries.conf
        run_split skopeo inspect docker://127.0.0.1:1/i
        [[ $stderr != *'connection refused'* ]]
        run_split "$ours" places 127.0.0.1:1/i
        expect 78
    done <<'END'
[[registry]]
[[registry]]\nprefix = "a.example"
[[registry]]\nlocation = "https://a.example"
[[registry]]\nprefix = "*.a.example/x"
[[registry]]\nlocation = "a.example"\npull-from-mirror = "all"
[[registry]]\nlocation = "a.example"\n[[registry.mirror]]\nlocation = "b.example"\npull-from-mirror = "x"
[[registry]]\nlocation = "a.example"\ninsecure = "yes"
[[registry]]\nlocation = "a.example"\nblocked = true\n[[registry]]\nprefix = "b.example"\nlocation = "a.example"
[aliases]\n"a" = "b"
[aliases]\n"a:1" = "b.example/c"
x
END
}

# same_login HOST/REPOSITORY USER: skopeo names the user, or none.
same_login() {
    local expected got
    expected=$(skopeo login --get-login "$1" 2>/dev/null || true)
    got=$("$ours" login "${1%%/*}" "${1#*/}")
    echo "$1: skopeo says '$expected', we '$got'"
    [ "$got" = "$expected" ]
    [ "$got" = "$2" ]
}

# login USER: an entry with its login.
login() {
    printf '{"auth":"%s"}' "$(printf '%s:p:q' "$1" | base64)"
}

@test "registries: the login is the one that skopeo takes" {
    same_login a.example/ns/i ''
    echo "{\"https://a.example/v1/\":$(login old),\"b.example\":$(login other)}" >.dockercfg
    same_login a.example/ns/i old
    mkdir .docker
    echo "{\"auths\":{\"https://a.example/v2/\":$(login url),\"https://index.docker.io/v1/\":$(login hub)}}" >.docker/config.json
    same_login a.example/ns/i url
    same_login docker.io/library/i hub
    same_login b.example/i other
    echo "{\"auths\":{\"a.example\":$(login host),\"a.example/ns\":$(login ns),\"c.example/x\":$(login x)}}" >.config/containers/auth.json
    same_login a.example/ns/i ns
    same_login a.example/ns ns
    same_login a.example/nsx host
    same_login c.example/y ''
    echo "{\"auths\":{\"a.example\":$(login run),\"a.example/ns/i\":{}}}" >run/containers/auth.json
    same_login a.example/x run
    same_login a.example/ns/i ns
    echo "{\"auths\":{\"a.example:5000\":$(login port)}}" >mine.json
    export REGISTRY_AUTH_FILE=$PWD/mine.json
    same_login a.example:5000/x port
    # skopeo 1.9 looks into the others as well; later ones do not
    [ -z "$("$ours" login a.example x)" ]
}

@test "registries: a helper is asked as skopeo asks it" {
    mkdir bin
    cat >bin/docker-credential-test <<'SH'
#!/bin/sh
read -r server
case $1:$server in
get:a.example) echo '{"ServerURL":"a.example","Username":"helped","Secret":"s"}' ;;
*) echo 'credentials not found in native keychain'; exit 1 ;;
esac
SH
    chmod +x bin/docker-credential-test
    export PATH=$PWD/bin:$PATH
    echo "{\"credHelpers\":{\"a.example\":\"test\",\"b.example\":\"test\"},\"auths\":{\"a.example/ns\":$(login ns)}}" >run/containers/auth.json
    echo "{\"auths\":{\"b.example\":$(login b)}}" >.config/containers/auth.json
    same_login a.example/ns/i helped
    same_login b.example/ns/i b
}

@test "registries: certificates are looked for where skopeo does" {
    mkdir -p .config/containers/certs.d/127.0.0.1:1
    expected=$(skopeo --debug inspect docker://127.0.0.1:1/i 2>&1 |
        sed -n 's/.*Looking for TLS certificates and private keys in \(.*\)"$/\1/p')
    [ "$("$ours" certificates 127.0.0.1:1)" = "$expected" ]
    touch .config/containers/certs.d/127.0.0.1:1/a.cert
    run_split skopeo inspect docker://127.0.0.1:1/i
    [[ $stderr == *'missing key a.key'* ]]
    run_split "$ours" certificates 127.0.0.1:1
    expect 78 "'a.cert' has no 'a.key' beside it"
}

# same_policy STATUS REFERENCE: skopeo copies it if, and only if, the status is 0.
same_policy() {
    local copied=0
    rm -rf out
    skopeo copy "$2" dir:out >skopeo.log 2>&1 || copied=$?
    run_split "$ours" policy "$2"
    echo "$2: skopeo $copied, we $status: $stderr" && cat skopeo.log
    [ "$status" = "$1" ]
    [ $((copied != 0)) = $((status != 0)) ]
    [ "$status" != 77 ] || grep -q 'rejected by policy' skopeo.log
}

@test "registries: the policy takes and rejects what skopeo's does" {
    mkdir -p layer images
    echo x >layer/x
    "$ROOT/tests/lib/make-image" images/a latest layer
    cp -r images/a images/b
    skopeo --insecure-policy copy oci:images/a:latest dir:images/d
    policy() { sed "s#@#$PWD/images#g" >.config/containers/policy.json; }
    policy <<<'{"default":[{"type":"reject"}],"transports":{"oci":{"@":[{"type":"insecureAcceptAnything"}],"@/b":[{"type":"reject"}]},"dir":{"":[{"type":"insecureAcceptAnything"}]}}}'
    same_policy 0 oci:images/a:latest
    same_policy 77 oci:images/b:latest
    same_policy 0 dir:images/d
    ln -s images/b link
    same_policy 77 oci:link:latest
    policy <<<'{"default":[{"type":"insecureAcceptAnything"},{"type":"reject"}],"transports":{"dir":{"@/d":[{"type":"insecureAcceptAnything"}]}}}'
    same_policy 77 oci:images/a:latest
    same_policy 0 dir:images/d
    policy <<<'{"default":[{"type":"insecureAcceptAnything"}],"transports":{"oci":{"@/a":[{"type":"signedBy","keyType":"GPGKeys","keyPath":"/dev/null"}]}}}'
    same_policy 78 oci:images/a:latest
    same_policy 0 oci:images/b:latest
    for wrong in '{"default":[]}' '{}' '{"default":[{"type":"reject","x":1}]}' \
        '{"default":[{"type":"insecureAcceptAnything"}],"default":[{"type":"insecureAcceptAnything"}]}' \
        '{"default":[{"type":"insecureAcceptAnything"}],"transports":{"dir":{"x":[{"type":"reject"}]}}}' \
        '{"default":[{"type":"insecureAcceptAnything"}],"other":1}'; do
        policy <<<"$wrong"
        same_policy 78 dir:images/d
    done
}
