#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# store-results --raw-log with logs that are larger than what may be in memory.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    export AWS_ACCESS_KEY_ID=key AWS_SECRET_ACCESS_KEY=secret
    # Nothing listens there.
    away='--to=s3://bucket --endpoint=http://127.0.0.1:1'
    mkdir small
}

# lines COUNT: of a log, about 70 bytes and one secret each.
lines() {
    seq -f 'Collecting package-%.0f from https://me:hunter2@pypi.example/simple/x' "$1"
}

@test "a log of 300 MB through a pipe, in little memory" {
    program_or_skip /usr/bin/time
    count=4000000
    [ "$CONFIG" = release ] || count=400000
    lines "$count" | /usr/bin/time -f %M -o memory store-results --to store --raw-log - >receipt.json
    [ "$CONFIG" = asan ] || [ "$(cat memory)" -lt 32768 ]
    stored=store/$(jq -r .result.key receipt.json)
    [ "$(jq .result.masked receipt.json)" = "$count" ]
    [ "$(sha256sum <"$stored" | cut -c-64)" = "$(jq -r .result.sha256 receipt.json)" ]
    cmp <(lines "$count" | sed 's/hunter2/***/' | tr '\n' '~' | sed 's/~/\\n/g') <(tail -n +4 "$stored" | head -n 1 |
        sed 's/^  "log": "//; s/"$//' | tr -d '\n')
    lines "$count" >log
    /usr/bin/time -f %M -o memory store-results --to store --raw-log log >receipt.json
    [ "$CONFIG" = asan ] || [ "$(cat memory)" -lt 32768 ]
    [ "$(jq -r .result.state receipt.json)" = 'already there' ]
    [ "$(find store -type f)" = "$stored" ]
}

@test "no room for a large log beside the store: 74, and the rest is stored" {
    lines 200000 >large
    echo small >small.log
    mount -t tmpfs -o size=8m none small 2>/dev/null || skip 'needs root, to mount a small disk'
    TMPDIR=small run_split store-results --to store --raw-log large --raw-log small.log
    umount small
    expect 74 "'large': cannot write 'small/.temporary file.': No space left on device"
    [ "$(find store -type f | wc -l)" = 1 ]
    TMPDIR=absent run_split store-results --to other --raw-log large --raw-log small.log
    expect 74 "'large': cannot make a temporary file in 'absent': No such file or directory"
    [ "$(find other -type f | wc -l)" = 1 ]
}

@test "no room in the store: 74, and nothing is left" {
    lines 200000 >large
    mount -t tmpfs -o size=8m none small 2>/dev/null || skip 'needs root, to mount a small disk'
    run_split store-results --to small --raw-log large
    left=$(find small -type f)
    umount small
    expect 74 "'large': cannot write 'small/.incomplete/[A-Za-z0-9]*': No space left on device"
    [ -z "$left" ]
}

@test "kill -9 while a server that is away is tried again: a large log is in the spool, once and whole" {
    lines 100000 >large
    spooled() { [ "$(find spool -name '*.raw-log' | wc -l)" = 1 ]; }
    # shellcheck disable=SC2086 # options are words
    start killed store-results $away --retry-time=60 --spool spool --raw-log large
    wait_for 60 spooled
    kill -9 "$(cat killed.pid)"
    wait "$(cat killed.pid)" || [ $? = 137 ]
    [ "$(find spool -type f | wc -l)" = 1 ]
    [ -z "$(find spool -type f -perm /077)" ]
    store-results --to store --spool spool --send-spool >receipt.json
    [ "$(jq .result.masked receipt.json)" = 100000 ]
    [ -z "$(ls spool)" ]
    store-results --to without --raw-log large >/dev/null
    diff -r without store
}

@test "kill -9 while a large log is read: nothing is left" {
    mkfifo pipe
    start killed store-results --to store --spool spool --raw-log pipe
    exec 5>pipe
    # Its file has more than memory may have.
    lines 100000 >&5
    kill -9 "$(cat killed.pid)"
    wait "$(cat killed.pid)" || [ $? = 137 ]
    exec 5>&-
    [ -z "$(find spool store -type f)" ]
}
