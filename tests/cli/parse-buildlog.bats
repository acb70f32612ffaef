#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
load ../lib/helpers

# lacks PATTERN: stdin has no line like it.
lacks() {
    if grep -e "$1"; then return 1; fi
}

setup() {
    log=$BATS_TEST_TMPDIR/log
    printf '%s\n' 'Step 1/1 : RUN apt-get install -y nosuch' 'E: Unable to locate package nosuch' \
        "The command 'x' returned a non-zero code: 100" >"$log"
}

@test "a failed build that was analysed well is status 0, with a valid document" {
    run_split parse-buildlog "$log"
    expect 0
    validate "$BATS_TEST_TMPDIR/stdout"
    [ "$(jq -r .result.failure.id <<<"$output")" = apt.unable-to-locate ]
}

@test "of two rules on one line, the one that yields to the other loses" {
    printf '%s\n' 'Step 1/1 : RUN apt-get update' \
        'W: Failed to fetch http://archive.ubuntu.com/ubuntu/dists/utopic/InRelease  404  Not Found' \
        "The command 'x' returned a non-zero code: 100" >"$log"
    run_split parse-buildlog "$log"
    [ "$(jq -r .result.failure.id <<<"$output")" = base-image.eol ]
}

@test "of two rules on one line, the one of a tool that runs wins" {
    printf '%s\n' 'Step 1/1 : RUN dnf -y install x' ' ---> Running in abcabcabcabc' \
        '  - nothing provides libfoo >= 2.0 needed by x-1.0-1.noarch' \
        "The command 'x' returned a non-zero code: 1" >"$log"
    run_split parse-buildlog "$log"
    [ "$(jq -r .result.failure.id <<<"$output")" = rpm.depsolve ]
}

@test "the same log gives the same bytes with SOURCE_DATE_EPOCH, from a file and from stdin" {
    export SOURCE_DATE_EPOCH=1700000000
    parse-buildlog "$log" | jq -c 'del(.metadata.arguments)' >"$BATS_TEST_TMPDIR/a"
    parse-buildlog <"$log" | jq -c 'del(.metadata.arguments)' >"$BATS_TEST_TMPDIR/b"
    cmp "$BATS_TEST_TMPDIR/a" "$BATS_TEST_TMPDIR/b"
}

@test "the id has the log's first timestamp, and its own where there is none" {
    printf '[2031-01-07T12:43:20.461Z] hello\n' >"$log"
    id=$(parse-buildlog "$log" | jq -r .metadata.document_id)
    grep -Eq '^buildlog-parser-310107124320-[0-9a-f]{16}$' <<<"$id"
    printf '2020-04-02 20:06:50,579 [16] DEBUG x\n' >"$log"
    id=$(parse-buildlog "$log" | jq -r .metadata.document_id)
    grep -Eq '^buildlog-parser-200402200650-[0-9a-f]{16}$' <<<"$id"
    echo hello >"$log"
    id=$(parse-buildlog "$log" | jq -r .metadata.document_id)
    grep -Eq '^buildlog-parser-700101000000-[0-9a-f]{16}$' <<<"$id"
    [ "$(parse-buildlog --document-id mine "$log" | jq -r .metadata.document_id)" = mine ]
    [ "$(THOTH_DOCUMENT_ID=theirs parse-buildlog "$log" | jq -r .metadata.document_id)" = theirs ]
}

@test "an empty pipe is 66 and says that the step before failed" {
    run_split parse-buildlog </dev/null
    expect 66 'the step before failed'
}

@test "a folder or an unreadable file is told by name" {
    run_split parse-buildlog "$BATS_TEST_TMPDIR"
    expect 74 "$BATS_TEST_TMPDIR"
    run_split parse-buildlog "$log-none"
    expect 66 "log-none"
}

@test "wrong options are 2" {
    run_split parse-buildlog --format yaml "$log"
    [ "$status" = 2 ]
    run_split parse-buildlog a b
    [ "$status" = 2 ]
    run_split parse-buildlog --nosuch
    [ "$status" = 2 ]
}

@test "a full disk behind stdout is 74" {
    status=0
    parse-buildlog "$log" >/dev/full 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
    [ "$status" = 74 ]
    [ "$(wc -l <"$BATS_TEST_TMPDIR/stderr")" = 1 ]
}

@test "a closed pipe ends it quietly" {
    { parse-buildlog "$log" 2>"$BATS_TEST_TMPDIR/stderr" || echo $? >"$BATS_TEST_TMPDIR/status"; } | :
    [ ! -s "$BATS_TEST_TMPDIR/stderr" ]
}

@test "an output file appears whole or not at all" {
    parse-buildlog --output "$BATS_TEST_TMPDIR/out.json" "$log"
    validate "$BATS_TEST_TMPDIR/out.json"
    run_split parse-buildlog --output "$BATS_TEST_TMPDIR/none/out.json" "$log"
    [ "$status" != 0 ]
    run_split parse-buildlog --output "$BATS_TEST_TMPDIR/new.json" </dev/null
    expect 66
    [ ! -e "$BATS_TEST_TMPDIR/new.json" ]
}

@test "SIGTERM while the log still comes ends it with 143 and leaves nothing" {
    mkfifo "$BATS_TEST_TMPDIR/fifo"
    mkdir "$BATS_TEST_TMPDIR/late"
    parse-buildlog --output "$BATS_TEST_TMPDIR/late/x" "$BATS_TEST_TMPDIR/fifo" &
    pid=$!
    exec 7>"$BATS_TEST_TMPDIR/fifo"
    echo line >&7
    kill -TERM $pid
    status=0
    wait $pid || status=$?
    exec 7>&-
    [ "$status" = 143 ]
    [ ! -e "$BATS_TEST_TMPDIR/late/x" ]
}

@test "colour is for terminals, NO_COLOR turns it off, --color decides" {
    run_split parse-buildlog --format text "$log"
    lacks $'\033' <<<"$output"
    run_split parse-buildlog --format text --color always "$log"
    grep -q $'\033' <<<"$output"
    program_or_skip script
    unset NO_COLOR
    script -qec "parse-buildlog $log" /dev/null | grep -q $'\033.*failed'
    NO_COLOR=1 script -qec "parse-buildlog $log" /dev/null | grep -q 'build     failed'
    NO_COLOR=1 script -qec "parse-buildlog $log" /dev/null | lacks $'\033'
}

@test "the page obeys no control of the log" {
    printf 'E: Unable to locate package a\a\b\302\233b\n' >"$log"
    run_split parse-buildlog --format text "$log"
    lacks $'[\a\b]\|\302\233' <<<"$output"
}

@test "memory stays small for a long log and for a log of one line" {
    program_or_skip time
    [ "$CONFIG" = release ] || skip "the sanitizers need more memory"
    for _ in $(seq 2000); do cat "$log"; done >"$log.many"
    for _ in $(seq 40); do cat "$log.many"; done |
        env time -f %M -o "$BATS_TEST_TMPDIR/kib" parse-buildlog >/dev/null
    [ "$(cat "$BATS_TEST_TMPDIR/kib")" -le 32768 ]
    head -c 100000000 /dev/zero | env time -f %M -o "$BATS_TEST_TMPDIR/kib" parse-buildlog >/dev/null
    [ "$(cat "$BATS_TEST_TMPDIR/kib")" -le 32768 ]
}

@test "a log cut at any place gives a valid document" {
    for n in $(seq 1 $(($(stat -c %s "$log") - 1))); do
        head -c "$n" "$log" | parse-buildlog
    done >"$BATS_TEST_TMPDIR/all"
    validate "$BATS_TEST_TMPDIR/all"
}

@test "real logs cut at many places give valid documents" {
    shared_or_skip data/build-logs
    for name in 105 110 041 147; do
        file=$SHARED/data/build-logs/$name.log
        size=$(stat -c %s "$file")
        for n in $(seq 1 12); do head -c $((size * n / 13)) "$file" | parse-buildlog; done
    done >"$BATS_TEST_TMPDIR/all"
    validate "$BATS_TEST_TMPDIR/all"
}

@test "the rule and the list that docs/rules.md shows are whole files that pass --check-rules" {
    mkdir "$BATS_TEST_TMPDIR/rules"
    # The first example is of rules, the second of words.
    mkdir "$BATS_TEST_TMPDIR/rules/endings"
    sed -n '/^```json/,/^```/p' "$ROOT/docs/rules.md" | awk -v "folder=$BATS_TEST_TMPDIR/rules" '
        /^```json/ { file = folder (n++ ? "/endings" : "") "/own.json"; next }
        !/^```/ { print >file }'
    grep -q '"lists"' "$BATS_TEST_TMPDIR/rules/endings/own.json"
    run_split parse-buildlog --check-rules --output "$BATS_TEST_TMPDIR/findings" "$BATS_TEST_TMPDIR/rules"
    expect 0
    [ -z "$output" ]
    grep -q '^1 rules in 1 files, .*: nothing found' "$BATS_TEST_TMPDIR/findings"
}
