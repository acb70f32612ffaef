#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
load ../lib/helpers

setup() {
    log=$BATS_TEST_TMPDIR/log
    printf '%s\n' 'Step 1/1 : RUN apt-get install -y nosuch' 'Reading package lists...' \
        'E: Unable to locate package nosuch' "The command 'x' returned a non-zero code: 100" >"$log"
    parse-buildlog "$log" >"$BATS_TEST_TMPDIR/plain.json"
}

# same_result FILE: the document on stdin is valid and tells what the plain log's does.
same_result() {
    cat >"$BATS_TEST_TMPDIR/other.json"
    validate "$BATS_TEST_TMPDIR/other.json"
    diff <(jq -S .result "$BATS_TEST_TMPDIR/plain.json") <(jq -S .result "$BATS_TEST_TMPDIR/other.json")
}

@test "packed logs are known by their first bytes, and give the same document as the log itself" {
    for pack in gzip zstd bzip2 xz; do
        program_or_skip "$pack"
        "$pack" -c <"$log" >"$log.packed"
        parse-buildlog "$log.packed" | same_result
        parse-buildlog <"$log.packed" | same_result
        [ "$(jq -r .metadata.document_id "$BATS_TEST_TMPDIR/other.json")" = \
            "$(jq -r .metadata.document_id "$BATS_TEST_TMPDIR/plain.json")" ]
    done
}

@test "a packed log that is cut off is analysed up to there, with a warning" {
    for _ in $(seq 20000); do echo "line $RANDOM"; done >>"$log"
    gzip -c "$log" | head -c 20000 >"$log.gz"
    parse-buildlog "$log.gz" >"$BATS_TEST_TMPDIR/cut.json"
    validate "$BATS_TEST_TMPDIR/cut.json"
    [ "$(jq -r '.result.warnings[].code' "$BATS_TEST_TMPDIR/cut.json")" = input-damaged ]
    [ "$(jq .result.failure.line "$BATS_TEST_TMPDIR/cut.json")" = 3 ]
}

@test "damage before the first line is 76" {
    printf '\037\213\010\000\000\000\000\000\000\003nonsense' >"$log.gz"
    run_split parse-buildlog "$log.gz"
    expect 76 "log.gz"
}

@test "what is no log is 76, and says what it is" {
    printf 'PK\003\004rest' >"$log.zip"
    run -76 parse-buildlog "$log.zip"
    [[ $output == *'the log is a zip archive'* ]]
    run -76 parse-buildlog <"$(command -v parse-buildlog)"
    [[ $output == *"the log is a program's file"* ]]
}

@test "UTF-16 with a byte order mark is read in either byte order" {
    for encoding in LE BE; do
        mark='\0376\0377'
        [ $encoding = BE ] || mark='\0377\0376'
        { printf %b "$mark"; iconv -f UTF-8 -t UTF-16$encoding "$log"; } >"$log.16"
        parse-buildlog "$log.16" | jq 'del(.result.failure.byte_offset)' |
            jq -c '[.result.outcome, .result.failure.line, .result.lines]' >"$BATS_TEST_TMPDIR/line"
        [ "$(cat "$BATS_TEST_TMPDIR/line")" = '["failed",3,4]' ]
    done
}

@test "a build-log document is read as the log in it, also when it is cut off" {
    jq -Rs '{apiversion: null, kind: "BuildLog", log: .}' "$log" >"$log.json"
    parse-buildlog "$log.json" | same_result
    head -c -40 "$log.json" | parse-buildlog | jq -e '.result.failure.line == 3'
}

@test "a build-log document may be larger than memory" {
    program_or_skip time
    [ "$CONFIG" = release ] || skip "the sanitizers need more memory"
    {
        printf '{\n  "apiversion": null,\n  "kind": "BuildLog",\n  "log": "'
        yes 'some line\nanother \u00e4 line\n' | head -c 80000000 | tr -d '\n'
        printf '"\n}'
    } | env time -f %M -o "$BATS_TEST_TMPDIR/kib" parse-buildlog >/dev/null
    [ "$(cat "$BATS_TEST_TMPDIR/kib")" -le 32768 ]
}

@test "lines of Loki's answer are put in the order of their times" {
    jq -Rs '{status: "success", data: {resultType: "streams", result: [{stream: {pod: "x"},
        values: (split("\n")[:-1] | to_entries | map(["170000000000000000" + (.key | tostring), .value]) | reverse)}]}}' \
        "$log" >"$log.json"
    parse-buildlog "$log.json" | jq -e '.result.failure.line == 3 and .result.lines == 4'
}

@test "a log is analysed as it comes, not when it is whole" {
    mkfifo "$BATS_TEST_TMPDIR/fifo" "$BATS_TEST_TMPDIR/read"
    parse-buildlog --tee --output "$BATS_TEST_TMPDIR/out.json" "$BATS_TEST_TMPDIR/fifo" \
        2>"$BATS_TEST_TMPDIR/read" 3>&- &
    pid=$!
    exec 8<"$BATS_TEST_TMPDIR/read" 7>"$BATS_TEST_TMPDIR/fifo"
    head -c 30 "$log" >&7
    # What was sent has been read before the rest is there.
    [ "$(head -c 30 <&8)" = "$(head -c 30 "$log")" ]
    tail -c +31 "$log" >&7
    exec 7>&-
    cat <&8 >/dev/null
    wait $pid
    jq -e '.result.failure.line == 3' "$BATS_TEST_TMPDIR/out.json"
}

@test "each shipper's form of one log gives the same cause at its line" {
    at() { printf '2024-05-07T08:00:%02d.5Z' "$1"; }
    ship() {
        n=0
        while IFS= read -r line; do
            n=$((n + 1))
            case $1 in
            docker) jq -nc --arg l "$line"$'\n' --arg t "$(at $n)" '{log: $l, stream: "stdout", time: $t}' ;;
            loki) jq -nc --arg l "$line" --arg t "$(at $n)" '{labels: {}, line: $l, timestamp: $t}' ;;
            cri) echo "$(at $n) stdout F $line" ;;
            kubectl) echo "[pod/app-1-build/docker-build] $(at $n) $line" ;;
            tekton) echo "[build : build] $line" ;;
            github) printf 'build\tDocker build\t%s %s\n' "$(at $n)" "$line" ;;
            gitlab) echo "$(at $n) 01O $line" ;;
            jenkins) echo "[$(at $n)] $line" ;;
            compose) echo "svc-1  | $line" ;;
            cloud) echo "Step #0 - \"x\": $line" ;;
            esac
        done <"$log"
    }
    for form in docker loki cri kubectl tekton github gitlab jenkins compose cloud; do
        ship $form | parse-buildlog >"$BATS_TEST_TMPDIR/$form.json"
        validate "$BATS_TEST_TMPDIR/$form.json"
        [ "$(jq -c '[.result.outcome, .result.failure.line, .result.failure.message, .result.failure.step,
            (.result.steps | last | .exit_code)]' "$BATS_TEST_TMPDIR/$form.json")" = \
            '["failed",3,"E: Unable to locate package nosuch","Step 1/1",100]' ]
    done
}
