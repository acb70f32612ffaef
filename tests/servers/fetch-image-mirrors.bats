#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch-image and registries.conf: where an image is really had from; policy.json: which may be had at all.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up -n main --proxy --basic
    push small team/app:1
    registry_up -n mirror --proxy --basic
    push small copy/app:1
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    use mirror
    new_layout
    mirror=$host
    use main
    new_layout
    main=$host
    jq -n --arg m "$main" --arg c "$mirror" --arg a "$(printf %s ada:lovelace:1 | base64)" \
        --arg b "$(printf %s bob:builder | base64)" '{auths: {($m): {auth: $a}, ($c): {auth: $b}}}' >auth.json
    export CONTAINERS_REGISTRIES_CONF=$PWD/registries.conf
}

teardown_file() {
    registries_down
}

# fetch_so REF [OPTION...]: what is insecure says the file.
fetch_so() {
    rm -rf "$layout"
    run_split fetch-image --layout "$layout" --authfile auth.json "$@"
}

# conf PREFIX LOCATION [MORE]: registries.conf with one registry and the mirror.
conf() {
    printf '[[registry]]\nprefix = "%s"\nlocation = "%s"\ninsecure = true\n%s\n' "$1" "$2" "${3:-}"
    printf '[[registry.mirror]]\nlocation = "%s/copy"\ninsecure = true\n%s\n' "$mirror" "${4:-}"
}

# mirror_asked N FILTER, main_asked N FILTER
mirror_asked() { (use mirror && asked "$@"); }
main_asked() { (use main && asked "$@"); }

@test "a mirror first, with its own login; the name stays as it was asked for" {
    conf registry.example/team "$main/team" >registries.conf
    fetch_so registry.example/team/app:1
    expect 0
    [ "$(jq -r .result.manifest.digest <<<"$output")" = "$(digest_of small)" ]
    [[ "$(jq -r .result.resolved <<<"$output")" == registry.example/team/app@* ]]
    mirror_asked 4 '.status == 200 and (.credential | test("^Basic bob "))'
    mirror_asked 0 '.credential | tostring | test("ada")'
    # Whose image it is, for one that mirrors several registries.
    mirror_asked 4 '.status == 200 and (.target | endswith("?ns=registry.example"))'
    main_asked 0 true
    # skopeo reads the file so, too, but only where it stands for the user.
    mkdir -p .config/containers
    cp registries.conf .config/containers
    skopeo inspect --raw --authfile auth.json docker://registry.example/team/app:1 | sha256sum | grep -q "^$(digest_of small | cut -c8-)"
}

@test "a mirror that has it not, refuses, is down, or lies: the next place" {
    conf registry.example/team "$main/team" >registries.conf
    for fault in 'status code=404' 'status code=403' 'status code=503 Retry-After=0' drop 'body text=x'; do
        use mirror
        inject "GET /manifests/ $fault"
        use main
        inject ''
        fetch_so registry.example/team/app:1 --retry-time 2
        expect 0
        main_asked 4 '.status == 200 and (.credential | test("^Basic ada "))'
        main_asked 0 '.credential | tostring | test("bob")'
    done
}

@test "the last place's error is told when none has it" {
    conf registry.example/team "$main/team" >registries.conf
    fetch_so registry.example/team/app:none
    [ "$status" = 66 ]
    [[ $stderr == *"$main"* ]]
    no_image
}

@test "mirrors for digests alone" {
    for more in "mirror-by-digest-only = true|" "|pull-from-mirror = \"digest-only\""; do
        conf registry.example/team "$main/team" "${more%|*}" "${more#*|}" >registries.conf
        use mirror && inject '' && use main && inject ''
        fetch_so registry.example/team/app:1
        expect 0
        mirror_asked 0 true
        fetch_so "registry.example/team/app@$(digest_of small)"
        expect 0
        mirror_asked 4 '.status == 200'
    done
}

@test "a location alone, an insecure host, a wildcard, the longest prefix" {
    printf '[[registry]]\nprefix = "registry.example/a"\nlocation = "%s/team"\ninsecure = true\n' "$main" >registries.conf
    fetch_so registry.example/a/app:1
    expect 0
    printf '[[registry]]\nlocation = "%s"\ninsecure = true\n' "$main" >registries.conf
    fetch_so "$main/team/app:1"
    expect 0
    printf '[[registry]]\nprefix = "*.example"\nlocation = "%s"\ninsecure = true\n' "$main" >registries.conf
    fetch_so registry.example/team/app:1
    expect 0
    printf '[[registry]]\nprefix = "registry.example/team/app"\nlocation = "%s/team/app"\ninsecure = true\n[[registry]]\nprefix = "registry.example"\nlocation = "%s/nothing"\n' "$main" "$mirror" >registries.conf
    fetch_so registry.example/team/app:1
    expect 0
}

@test "what is not named insecure is asked over TLS alone" {
    printf '[[registry]]\nprefix = "registry.example"\nlocation = "%s"\n' "$main" >registries.conf
    fetch_so registry.example/team/app:1
    expect 75 TLS
    main_asked 0 true
}

@test "blocked: refused by name, nobody is asked" {
    printf '[[registry]]\nprefix = "registry.example/team"\nlocation = "%s/team"\ninsecure = true\nblocked = true\n' "$main" >registries.conf
    fetch_so registry.example/team/app:1
    expect 77 "registries.conf.*registry.example/team"
    main_asked 0 true
}

@test "a short name's alias" {
    conf registry.example/team "$main/team" >registries.conf
    printf '[aliases]\napp = "registry.example/team/app"\n' >>registries.conf
    fetch_so app:1
    expect 0
    [ "$(jq -r .result.manifest.digest <<<"$output")" = "$(digest_of small)" ]
}

@test "files that say what cannot be" {
    echo '[[registry]' >registries.conf
    fetch_so registry.example/team/app:1
    expect 78 registries.conf
    printf '[registries.search]\nregistries = ["x"]\n' >registries.conf
    fetch_so registry.example/team/app:1
    expect 78 'registries.conf'
}

@test "policy.json: reject, accept, and what asks for a signature" {
    mkdir -p .config/containers
    conf registry.example/team "$main/team" >registries.conf
    policy() {
        printf '%s' "$1" >.config/containers/policy.json
        fetch_so registry.example/team/app:1
    }
    policy '{"default":[{"type":"reject"}],"transports":{"docker":{"registry.example/team":[{"type":"insecureAcceptAnything"}]}}}'
    expect 0
    policy '{"default":[{"type":"insecureAcceptAnything"}],"transports":{"docker":{"registry.example":[{"type":"reject"}]}}}'
    expect 77 policy.json
    no_image
    policy '{"default":[{"type":"signedBy","keyType":"GPGKeys","keyPath":"/none"}]}'
    expect 78 'policy.json.*signedBy'
    policy '{"default":[{"type":"sigstoreSigned","keyPath":"/none"}]}'
    expect 78 'policy.json.*sigstoreSigned'
    policy '{"default":'
    expect 78 policy.json
}
