#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# No secret of a log is in anything that is written, in whatever format.
load ../lib/helpers

# A log in which each secret stands in the step, in the root line or near it, and in the builder's last word.
secret_log() {
    local command=$1
    printf '%s\n' "Step 1/2 : FROM https://me:Zq7secret1@registry.example/base:1" \
        "Step 2/2 : RUN $command && pip install --index-url https://me:Zq7secret2@pypi.example/simple app" \
        "+ $command" \
        'Looking in indexes: https://me:Zq7secret2@pypi.example/simple' \
        'Collecting app' '  Downloading https://me:Zq7secret2@pypi.example/simple/app-1.0.tar.gz (1 kB)' \
        "> Authorization: Bearer Zq7secret3" \
        "ghp_Zq7secret4Zq7secret4Zq7secret45" \
        "fatal error: $command: ffi.h: No such file or directory" \
        "-----BEGIN RSA PRIVATE KEY-----" "Zq7secret5" "-----END RSA PRIVATE KEY-----" \
        "The command '/bin/sh -c $command && pip install' returned a non-zero code: 1"
}

commands=("docker login -u me -p Zq7secret quay.example" "podman login --password Zq7secret -u me quay.example"
    "export AWS_SECRET_ACCESS_KEY=Zq7secret" "curl -u me:Zq7secret https://example.org/x"
    "curl -H 'Authorization: token Zq7secret' x" "git clone https://Zq7secret@git.example/a.git"
    "npm config set //registry.example/:_authToken=Zq7secret" "sshpass -p Zq7secret ssh me@host"
    "DB_PASSWORD='Zq7secret words' ./x")

@test "no format shows a secret, and all of them show the failure" {
    for command in "${commands[@]}"; do
        secret_log "$command" >"$BATS_TEST_TMPDIR/log"
        for format in json text github explain; do
            options=(--format "$format")
            [ "$format" != explain ] || options=(--explain --color always)
            parse-buildlog "${options[@]}" <"$BATS_TEST_TMPDIR/log" >"$BATS_TEST_TMPDIR/out"
            grep -q 'ffi\.h' "$BATS_TEST_TMPDIR/out"
            if grep -n Zq7 "$BATS_TEST_TMPDIR/out"; then
                echo "a secret of '$command' is in $format" >&2
                return 1
            fi
        done
    done
}

@test "the log's own name is masked, too" {
    mkdir -p "$BATS_TEST_TMPDIR/token=Zq7secret"
    secret_log x >"$BATS_TEST_TMPDIR/token=Zq7secret/log"
    for format in json text github; do
        parse-buildlog --format "$format" "$BATS_TEST_TMPDIR/token=Zq7secret/log" >>"$BATS_TEST_TMPDIR/out"
    done
    if grep -n Zq7 "$BATS_TEST_TMPDIR/out"; then return 1; fi
}
