#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What a registry warns of (distribution-spec, "Warnings") is said once, by each step that asks it.

# What registries.bash sets; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031
load ../lib/helpers
load ../lib/registries

setup_file() {
    registry_up --proxy
    push small team/app:1
}

setup() {
    new_layout
    image=$BATS_TEST_TMPDIR/image.json
    fetch "$host/team/app:1" -o "$image"
    inject "* . header Warning='299 - \"the storage of token=hunter2222hunter moves\"'"
}

teardown_file() {
    registries_down
}

@test "fetch-image" {
    rm -rf "$layout"
    fetch "$host/team/app:1"
    expect 0 "^fetch-image: warning: registry '$host' warns: the storage of .* moves"
    [[ $stderr != *hunter2222hunter* ]]
    same_blobs
    fetch "$host/team/app:1" --quiet
    expect 0
    [ -z "$stderr" ]
    inject "* . header Warning='199 - \"another\"'"
    fetch "$host/team/app:1"
    expect 0
    [ -z "$stderr" ]
}

@test "extract-packages, confined or not" {
    run_split extract-packages --tls-verify=false "docker://$host/team/app:1"
    expect 0 "^extract-packages: warning: registry '$host' warns: the storage of .* moves"
    run_split extract-packages --no-sandbox --tls-verify=false "docker://$host/team/app:1"
    expect 0 "^extract-packages: warning: registry '$host' warns: the storage of .* moves"
}

@test "push-image" {
    run_split push-image --tls-verify=false --to "$host/team/other:1" "$image"
    expect 0 "^push-image: warning: registry '$host' warns: the storage of .* moves"
}

@test "also when the image is not there" {
    fetch "$host/team/app:2"
    [ "$status" = 66 ]
    grep -q "warning: registry '$host' warns" <<<"$stderr"
}
