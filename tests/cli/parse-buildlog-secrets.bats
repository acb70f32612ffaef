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

@test "a secret that is longer than what is kept of a line is not shown in halves" {
    token=$(printf 'Zq7secret%.0s' $(seq 900))
    for url in "https://aws:$token@pypi.example/simple" "https://$token@pypi.example/simple"; do
        printf '%s\n' 'Step 1/1 : RUN pip install --index-url '"$url"' app' \
            "Looking in indexes: $url" "$url/x.tar.gz: ERROR: No matching distribution found for app" \
            "  Downloading $url/app-1.0.tar.gz (1 kB)" \
            "ERROR: No matching distribution found for app (from $url)" \
            "The command '/bin/sh -c pip install --index-url $url app' returned a non-zero code: 1" \
            >"$BATS_TEST_TMPDIR/log"
        for format in json text github; do
            parse-buildlog --format "$format" "$BATS_TEST_TMPDIR/log" >"$BATS_TEST_TMPDIR/out"
            grep -q 'No matching distribution' "$BATS_TEST_TMPDIR/out"
            if grep -o 'Zq7.\{20\}' "$BATS_TEST_TMPDIR/out"; then return 1; fi
        done
    done
}

@test "a key that is only spoken of hides nothing; another track's lines do not show a real one" {
    printf '%s\n' 'Step 1/1 : RUN ./install' 'checking for -----BEGIN RSA PRIVATE KEY----- in id_rsa' \
        'E: Unable to locate package foo' \
        "The command '/bin/sh -c ./install' returned a non-zero code: 100" >"$BATS_TEST_TMPDIR/log"
    [ "$(parse-buildlog -f json "$BATS_TEST_TMPDIR/log" | jq -r .result.failure.id)" = apt.unable-to-locate ]
    printf '%s\n' '#5 [1/2] RUN cat key' '#6 [2/2] RUN apt-get install foo' \
        '#5 0.1 -----BEGIN RSA PRIVATE KEY-----' '#5 0.1 Zq7secretA' '#6 0.2 E: Unable to locate package foo' \
        '#5 0.2 Zq7secretB' '#5 0.2 -----END RSA PRIVATE KEY-----' \
        '#6 ERROR: process "/bin/sh -c apt-get install foo" did not complete successfully: exit code: 100' \
        >"$BATS_TEST_TMPDIR/log"
    parse-buildlog -f json "$BATS_TEST_TMPDIR/log" >"$BATS_TEST_TMPDIR/out"
    [ "$(jq -r .result.failure.id "$BATS_TEST_TMPDIR/out")" = apt.unable-to-locate ]
    if grep Zq7 "$BATS_TEST_TMPDIR/out"; then return 1; fi
}

@test "--check-rules masks the logs and examples that it quotes" {
    mkdir "$BATS_TEST_TMPDIR/rules" "$BATS_TEST_TMPDIR/rules/success"
    cat >"$BATS_TEST_TMPDIR/rules/own.json" <<'EOF'
{"rules": [{"id": "own.thing", "title": "t", "pattern": "fatalxx: ", "stage": "run", "rank": "root", "tools": ["any"],
  "advice": "a", "examples": {"match": ["fatalxx: a", "fatal password=Zq7secret"], "no_match": ["no"]}}]}
EOF
    printf 'fatalxx: foo password=Zq7secret https://u:Zq7secret@x\n' >"$BATS_TEST_TMPDIR/rules/success/log.txt"
    run parse-buildlog --check-rules "$BATS_TEST_TMPDIR/rules"
    [ "$status" -eq 76 ]
    [[ "$output" == *'fires on the log of a good build'* && "$output" == *'does not match'* ]]
    [[ "$output" != *Zq7* ]]
}

# no_key FILE: no format shows a line of the key in it.
no_key() {
    for format in json text github; do
        parse-buildlog --format "$format" "$1" >"$BATS_TEST_TMPDIR/out"
        if grep Zq7 "$BATS_TEST_TMPDIR/out"; then return 1; fi
    done
}

@test "a key is masked wherever it begins: after the line in hand, in a step's header, in what BuildKit repeats" {
    key=('-----BEGIN RSA PRIVATE KEY-----' Zq7secretA Zq7secretB '-----END RSA PRIVATE KEY-----')
    printf '%s\n' 'STEP 1/3: FROM a' 'STEP 2/3: RUN curl -o x.tgz http://example.org/x.tgz; true' \
        'curl: (6) Could not resolve host: example.org' 'STEP 3/3: RUN cat key x.tgz' "${key[@]}" \
        'cat: x.tgz: No such file or directory' \
        'Error: error building at STEP "RUN cat key x.tgz": error while running runtime: exit status 1' \
        >"$BATS_TEST_TMPDIR/early"
    printf '%s\n' 'STEP 1/2: FROM a' "STEP 2/2: RUN echo '${key[0]}" "${key[@]:1}" "' | false" \
        'Error: error building at STEP "RUN echo": error while running runtime: exit status 1' >"$BATS_TEST_TMPDIR/header"
    { printf '#5 [1/1] RUN cat key; false\n'; printf '#5 0.1 %s\n' "${key[@]}"
      printf '#5 ERROR: process "/bin/sh -c cat key; false" did not complete successfully: exit code: 1\n'
      printf -- '------\n > [1/1] RUN cat key; false:\n'; printf '0.1 %s\n' "${key[@]}"
      printf -- '------\nERROR: failed to solve: process "/bin/sh -c cat key; false" did not complete successfully: exit code: 1\n'
    } >"$BATS_TEST_TMPDIR/tail"
    { printf '#5 [1/2] RUN cat key\n#6 [2/2] RUN cat cert; false\n'
      printf '#5 0.1 %s\n' "${key[@]:0:2}"; printf '#6 0.1 -----END CERTIFICATE-----\n#5 0.1 %s\n' "${key[2]}"
      printf '#6 ERROR: process "/bin/sh -c cat cert; false" did not complete successfully: exit code: 1\n'
    } >"$BATS_TEST_TMPDIR/beside"
    for log in early header tail beside; do no_key "$BATS_TEST_TMPDIR/$log"; done
}

@test "names and keys of what the log lists are masked as well" {
    printf '%s\n' 'Step 1/1 : RUN pip install x' 'ERROR: No matching distribution found for ghp_Zq7secret4Zq7secret4Zq7secret45' \
        "The command '/bin/sh -c pip install x' returned a non-zero code: 1" >"$BATS_TEST_TMPDIR/pip"
    printf '%s\n' '---------------------------------- Pipfile.lock ----------------------------------' \
        '{"_meta": {"password": "Zq7secret", "https://u:Zq7secret@h": 1, "Authorization": "Basic Zq7secret"}}' \
        '----------------------------------------------------------------------------------' >"$BATS_TEST_TMPDIR/lock"
    { printf 'Step 1/1 : RUN ./x\n'; head -c 2000 /dev/zero | tr '\0' x
      printf ' --password Zq7secret'; head -c 300 /dev/zero | tr '\0' y; printf ' Authorization: Bearer Zq7secret0123 fatal error: ffi.h: No such file or directory\n'
      printf "The command '/bin/sh -c ./x' returned a non-zero code: 1\n"; } >"$BATS_TEST_TMPDIR/long"
    for log in pip lock long; do no_key "$BATS_TEST_TMPDIR/$log"; done
}

@test "rules are files, and their ids are plain" {
    mkdir "$BATS_TEST_TMPDIR/pipe" "$BATS_TEST_TMPDIR/id"
    mkfifo "$BATS_TEST_TMPDIR/pipe/x.json"
    run timeout 20 parse-buildlog --rules "$BATS_TEST_TMPDIR/pipe" "$TESTDATA/demo/build-failed.log"
    [ "$status" -eq 76 ]
    [[ "$output" == *'not a regular file'* ]]
    printf '{"rules": [{"id": "a\\n::set-output name=z::w", "title": "t", "pattern": "fatalxx", "stage": "run",
        "rank": "root", "tools": ["any"], "advice": "a"}]}' >"$BATS_TEST_TMPDIR/id/x.json"
    run parse-buildlog --rules "$BATS_TEST_TMPDIR/id" "$TESTDATA/demo/build-failed.log"
    [ "$status" -eq 76 ]
    [[ "$output" == *'an id has'* && "$output" != *$'\n::'* ]]
}
