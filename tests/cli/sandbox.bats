#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What reads an image is confined; what it tries all the same is in tests/unit/libcommon/test_sandbox.c.

# shellcheck disable=SC2154 # run_split sets stderr
load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    unset BUILD_ANALYSIS_NO_SANDBOX
    image=oci:$TESTDATA/demo/images:output
}

teardown() {
    stop reader
    stop step
}

# Starts a run that stands still in the middle of its output, as nobody reads what it writes; its
# own process is $step, the confined one $worker.
start_stuck() {
    mkfifo pipe
    start reader sh -c 'exec 3<pipe; exec sleep 60'
    start step sh -c 'exec "$0" "$@" >pipe' extract-packages --format json --format table=table.txt "$image"
    step=$(cat "$BATS_TEST_TMPDIR/step.pid")
    wait_for 10 pgrep -P "$step"
    worker=$(pgrep -P "$step")
    wait_for 10 grep -q '^Seccomp:.2' "/proc/$worker/status"
}

ended() {
    ! kill -0 "$1" 2>/dev/null
}

@test "the document says whether it was, and is otherwise the same" {
    run_split extract-packages --format json -o in.json "$image"
    expect 0
    run_split extract-packages --format json --no-sandbox -o out.json "$image"
    expect 0
    validate in.json out.json
    sandbox='.metadata.arguments."thoth-package-extract".sandbox'
    [ "$(jq "$sandbox" in.json)" = true ]
    [ "$(jq "$sandbox" out.json)" = false ]
    [ "$(jq -S .result in.json)" = "$(jq -S .result out.json)" ]
    [ "$(jq .metadata.document_id in.json)" = "$(jq .metadata.document_id out.json)" ]
}

@test "the reading process has no new privileges and a filter of its calls" {
    start_stuck
    grep -q '^NoNewPrivs:.1' "/proc/$worker/status"
    grep -q '^Seccomp:.2' "/proc/$worker/status"
    grep -q '^Seccomp:.0' "/proc/$step/status" || grep -q '^Seccomp:.2' "/proc/self/status"
}

@test "when it dies it is told in a line, and nothing is left" {
    start_stuck
    kill -KILL "$worker"
    status=0
    wait "$step" || status=$?
    [ "$status" = 70 ]
    [ "$(cat step.log)" = "extract-packages: error: the confined process was ended by SIGKILL" ]
    [ -z "$(find . -name 'table.txt*')" ]
}

@test "it ends with its parent" {
    start_stuck
    kill -KILL "$step"
    wait_for 10 ended "$worker"
}

@test "SIGTERM ends both and leaves nothing" {
    start_stuck
    kill -TERM "$step"
    status=0
    wait "$step" || status=$?
    [ "$status" = 143 ]
    wait_for 10 ended "$worker"
    [ ! -s step.log ]
    [ -z "$(find . -name 'table.txt*')" ]
}

# traced REF: runs a step on REF and leaves in confined what the confined process called once it was.
traced() {
    strace -f -y -o trace extract-packages --layer-cache cache --format json "$1" >out.json 2>stderr ||
        skip "strace cannot trace here"
    # What follows the filter's load in the process that loaded it, and its threads; the call is in two
    # lines where another process was traced in between.
    awk '/seccomp\(SECCOMP_SET_MODE_FILTER.*<unfinished/ { halved = $1 }
        /seccomp\(SECCOMP_SET_MODE_FILTER.*= 0/ || (/seccomp resumed>.*= 0/ && $1 == halved) { on = 1 }
        on' trace >after
    [ -s after ]
    worker=$(head -n 1 after | cut -d ' ' -f 1)
    parent=$(head -n 1 trace | cut -d ' ' -f 1)
    [ "$worker" != "$parent" ]
    # malloc asks this one when threads give memory back, and takes the refusal.
    grep -v "^$parent " after | grep -v '"/proc/sys/vm/overcommit_memory"' >confined
}

# nothing_tried: of what it may not.
nothing_tried() {
    grep -E ' (open|openat|socket|connect|execve|unlink|rename)\(| = -1 E(PERM|ACCES)' confined >tried || true
    cat tried
    [ ! -s tried ]
}

@test "nothing is opened once it reads, and its parent reads nothing of the image" {
    program_or_skip strace
    fetch-image --layout app "$image" >/dev/null
    tar -C app -cf app.tar .
    for ref in oci:app oci-archive:app.tar; do
        rm -rf cache
        traced "$ref"
        nothing_tried
        grep -Eq '(read|pread64)\([0-9]+<[^>]*/app[./]' confined
        if grep -E "^$parent .*(read|pread64)\([0-9]+<[^>]*/app[./]" trace; then return 1; fi
    done
}
