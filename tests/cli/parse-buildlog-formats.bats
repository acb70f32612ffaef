#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What parse-buildlog prints for people and for CI, and how it ends.
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

# ---- --fail-on ----

@test "--fail-on ends with 1 for the outcomes it names, after the document" {
    run_split parse-buildlog --fail-on failed "$log"
    expect 1 "outcome is 'failed'"
    validate "$BATS_TEST_TMPDIR/stdout"
    run_split parse-buildlog --fail-on unknown,succeeded "$log"
    expect 0
    echo hello >"$log"
    run_split parse-buildlog --fail-on failed,unknown "$log"
    expect 1 "outcome is 'unknown'"
    run_split parse-buildlog --fail-on failed "$log"
    expect 0
}

@test "--fail-on writes its output file all the same" {
    run_split parse-buildlog --fail-on failed --output "$BATS_TEST_TMPDIR/out.json" "$log"
    expect 1
    validate "$BATS_TEST_TMPDIR/out.json"
}

@test "--fail-on takes outcomes alone" {
    run_split parse-buildlog --fail-on failed,often "$log"
    expect 2 'failed,often'
}

# ---- --outcome ----

@test "--outcome goes before the log, which is kept beside it" {
    parse-buildlog --outcome succeeded "$log" >"$BATS_TEST_TMPDIR/document"
    validate "$BATS_TEST_TMPDIR/document"
    jq -e '.result | .outcome == "succeeded" and .failure == null and .outcomes == {"request": "succeeded", "log": "failed"}' \
        "$BATS_TEST_TMPDIR/document"
    jq -e '.metadata.arguments.parse.outcome == "succeeded"' "$BATS_TEST_TMPDIR/document"
    parse-buildlog --outcome unknown "$log" | jq -e '.result.outcomes == {"request": null, "log": "failed"}'
    run_split parse-buildlog --outcome failed --fail-on failed "$log"
    expect 1 "outcome is 'failed'"
    run_split parse-buildlog --outcome perhaps "$log"
    expect 2 perhaps
}

@test "--outcome: a page says where the log sounds otherwise" {
    run_split parse-buildlog --outcome succeeded --format text "$log"
    expect 0
    grep -x 'build     succeeded (docker-classic), though the log looks as if it had failed' "$BATS_TEST_TMPDIR/stdout"
    printf '%s\n' 'Step 1/1 : RUN true' ' ---> 0123456789ab' 'Successfully built 0123456789ab' >"$log"
    run_split parse-buildlog --outcome failed --explain "$log"
    expect 0
    grep -x 'build     failed (docker-classic), though the log looks as if it had succeeded' "$BATS_TEST_TMPDIR/stdout"
    grep 'the builder says that it was done' "$BATS_TEST_TMPDIR/stdout"
    run_split parse-buildlog --outcome failed --format github "$log"
    expect 0
    grep -x '::error title=build failed::the log says that the build is done' "$BATS_TEST_TMPDIR/stdout"
}

# ---- --tee ----

@test "--tee passes the log on as it is, byte for byte" {
    printf 'a\rb\033[31m\0 \377 https://me:hunter2@example.org/\nno end' >"$log"
    parse-buildlog --tee "$log" 2>"$BATS_TEST_TMPDIR/copy" >"$BATS_TEST_TMPDIR/document"
    cmp "$log" "$BATS_TEST_TMPDIR/copy"
    lacks hunter2 <"$BATS_TEST_TMPDIR/document"
}

@test "--tee passes each line on before the next one comes" {
    mkfifo "$BATS_TEST_TMPDIR/fifo"
    parse-buildlog --tee <"$BATS_TEST_TMPDIR/fifo" 2>"$BATS_TEST_TMPDIR/copy" >"$BATS_TEST_TMPDIR/document" &
    pid=$!
    exec 7>"$BATS_TEST_TMPDIR/fifo"
    printf 'half a line' >&7
    wait_for 10 grep -q 'half a line' "$BATS_TEST_TMPDIR/copy"
    [ ! -s "$BATS_TEST_TMPDIR/document" ]
    exec 7>&-
    wait $pid
    validate "$BATS_TEST_TMPDIR/document"
}

@test "--tee: a reader of the copy who goes away loses the copy alone, a full disk is told" {
    seq 100000 >>"$log"
    # shellcheck disable=SC2216  # nobody reads it
    { parse-buildlog --tee "$log" 2>&1 >"$BATS_TEST_TMPDIR/document"; echo $? >"$BATS_TEST_TMPDIR/status"; } | true
    [ "$(cat "$BATS_TEST_TMPDIR/status")" = 0 ]
    validate "$BATS_TEST_TMPDIR/document"
    status=0
    parse-buildlog --tee "$log" 2>/dev/full >/dev/null || status=$?
    [ "$status" = 74 ]
}

# ---- --format github ----

@test "a failure is one ::error line with the log's name and line" {
    run_split parse-buildlog --format github "$log"
    expect 0
    [ "$(wc -l <"$BATS_TEST_TMPDIR/stdout")" = 1 ]
    grep -q "^::error file=$log,line=2,title=[^:]*::E: Unable to locate package nosuch%0A" <<<"$output"
    run_split parse-buildlog --format github <"$log"
    grep -q '^::error title=' <<<"$output"
}

@test "what GitHub would take for its own is escaped" {
    mv "$log" "$BATS_TEST_TMPDIR/a,b:c%d"
    printf 'fatal error: 10%%::set-output name=x,y::z.h: No such file or directory\r\n' >"$log"
    run_split parse-buildlog --format github "$log"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/stdout")" = 1 ]
    grep -q '10%25::set-output' <<<"$output"
    title=$(sed 's/.*,title=\(.*\)/\1/; s/::.*//' <<<"$output")
    lacks '[,:]' <<<"$title"
    run_split parse-buildlog --format github "$BATS_TEST_TMPDIR/a,b:c%d"
    grep -qF "/a%2Cb%3Ac%25d,line=2," <<<"$output"
}

@test "no failure is a notice" {
    printf 'Step 1/1 : FROM x\nSuccessfully built 0123456789ab\n' >"$log"
    run_split parse-buildlog --format github "$log"
    [ "$(head -n 1 <<<"$output" | cut -d: -f3)" = "notice title=build succeeded" ]
    echo hello >"$log"
    run_split parse-buildlog --format github "$log"
    grep -q '^::notice title=build unknown::' <<<"$output"
}

# ---- --explain ----

@test "--explain says of each candidate why it won or lost" {
    run_split parse-buildlog --explain "$log"
    expect 0
    grep -A2 '^> *2 apt.unable-to-locate' <<<"$output" | grep -q won
    grep -A2 ' 3 build.step-failed' <<<"$output" | grep -q 'lost: the builder only says'
    run_split parse-buildlog --explain --format json "$log"
    expect 2 'explain'
    echo hello >"$log"
    run_split parse-buildlog --explain "$log"
    grep -q 'no cause is looked for' <<<"$output"
}

# ---- --rules ----

# own_rule ID ADVICE: a folder of one rule, printed.
own_rule() {
    dir=$BATS_TEST_TMPDIR/rules-$RANDOM
    mkdir "$dir"
    jq -n --arg id "$1" --arg advice "$2" '{rules: [{id: $id, title: "ours", pattern: "locate package nosuch",
        stage: "run", rank: "root", tools: ["apt"], advice: $advice,
        examples: {match: ["cannot locate package nosuch", "E: locate package nosuch!"], no_match: ["x"]}}]}' \
        >"$dir/own.json"
    echo "$dir"
}

@test "--rules adds rules, which go before the built-in ones" {
    version=$(parse-buildlog "$log" | jq -r .result.rules_version)
    parse-buildlog --rules "$(own_rule our.rule 'ask us')" "$log" >"$BATS_TEST_TMPDIR/out.json"
    validate "$BATS_TEST_TMPDIR/out.json"
    [ "$(jq -r .result.failure.id "$BATS_TEST_TMPDIR/out.json")" = our.rule ]
    [ "$(jq -r .result.rules_version "$BATS_TEST_TMPDIR/out.json")" != "$version" ]
    # The built-in ones are there all the same, of a class with several rules each.
    for line in 'fatal error: ffi.h: No such file or directory' \
        "src/codec.erl:3:10: can't find include file \"codec.hrl\""; do
        echo "$line" >"$log"
        [ "$(parse-buildlog --rules "$(own_rule our.rule 'ask us')" "$log" | jq -r .result.failure.id)" = native.header-missing ]
    done
}

@test "--rules replaces rules by their ids, the last folder first" {
    parse-buildlog --rules "$(own_rule apt.unable-to-locate one)" --rules "$(own_rule apt.unable-to-locate two)" \
        "$log" >"$BATS_TEST_TMPDIR/out.json"
    [ "$(jq -r .result.failure.advice "$BATS_TEST_TMPDIR/out.json")" = two ]
    [ "$(jq '[.result | .failure, .secondary[]] | map(select(.id == "apt.unable-to-locate")) | length' \
        "$BATS_TEST_TMPDIR/out.json")" = 1 ]
}

@test "--rules: a folder without rules, or with broken ones, is told" {
    run_split parse-buildlog --rules "$BATS_TEST_TMPDIR" "$log"
    expect 66 'no rules in'
    dir=$(own_rule our.rule x)
    mkdir "$dir/endings"
    run_split parse-buildlog --check-rules "$dir"
    expect 66 'no lists of words in'
    echo '{' >"$dir/own.json"
    run_split parse-buildlog --rules "$dir" "$log"
    expect 76 'own.json'
}
