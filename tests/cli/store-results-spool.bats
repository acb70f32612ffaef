#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# store-results --spool: what a store that is away has not got waits on disk, and nothing is lost.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    export BUILD_ANALYSIS_NO_VALIDATE=true AWS_ACCESS_KEY_ID=key AWS_SECRET_ACCESS_KEY=secret
    # Nothing listens there.
    away='--to=s3://bucket/prefix --endpoint=http://127.0.0.1:1 --retry-time=0'
}

# observation ID OUTCOME
observation() {
    printf '{"metadata":{"document_id":"observation-%s","datetime":"2024-01-02T03:04:05.000000"},"result":{"schema":{"kind":"observation","version":"1.0"},"outcome":"%s"}}\n' "$1" "$2"
}

@test "a store that is away: all is kept, and the next run sends it, oldest first" {
    observation b failed >b.json
    observation a failed >a.json
    printf 'API_TOKEN=abc123def\n' >log
    # shellcheck disable=SC2086 # options are words
    run_split store-results $away --spool spool b.json a.json --raw-log log
    expect 75 "3 wait in the spool 'spool': 'b.json', line 1: 'observations/observation-b' at 's3://bucket/prefix'"
    [ ! -s "$BATS_TEST_TMPDIR/stdout" ]
    run ! grep -r abc123def spool
    # shellcheck disable=SC2086
    run_split store-results $away --spool spool --send-spool
    expect 75 "3 wait in the spool 'spool'"
    observation c failed | store-results --to store --spool spool >receipts.json
    validate receipts.json
    [ "$(jq -r '.result | "\(.document_id) \(.state)"' receipts.json | sed 's/buildlog-.*/log stored/')" = 'observation-b stored
observation-a stored
log stored
observation-c stored' ]
    [ "$(jq -s 'map(.result.masked)' -c receipts.json)" = '[0,0,1,0]' ]
    [ -z "$(ls spool)" ]
    cmp b.json store/observations/observation-b
    store-results --to without --raw-log log >/dev/null
    diff -r without/buildlogs store/buildlogs
    [ "$(cat store/build-analysis/index/2024-01-02/* | jq -r .id | sort | tr '\n' ' ')" = 'observation-a observation-b observation-c ' ]
}

@test "what waits already is not kept again, and another result of the same id is" {
    for outcome in failed failed succeeded failed; do
        # shellcheck disable=SC2086
        observation 1 $outcome | jq -c --arg host "$RANDOM" '.metadata.hostname=$host' |
            store-results $away --spool spool 2>/dev/null || [ $? = 75 ]
    done
    [ "$(find spool -type f | wc -l)" = 2 ]
    run_split store-results --to store --spool spool --send-spool
    expect 76 "'spool/[0-9a-f-]*.document', line 1: 'observations/observation-1' is stored already with another result|'spool/.*' is stored already"
    [ "$(jq -r .result.outcome store/observations/observation-1)" = failed ]
    [ "$(find spool -type f)" = "$(find spool -name '*.document.refused')" ]
    run_split store-results --to store --spool spool --send-spool
    expect 0
}

@test "kill -9 while a server that is away is tried again: all is in the spool" {
    for i in $(seq 5); do observation "$i" failed; done >all.json
    printf 'API_TOKEN=abc123def\n' >log
    all_spooled() { [ "$(find spool -name '*.document' -o -name '*.raw-log' | wc -l)" = 6 ]; }
    # shellcheck disable=SC2086
    start killed store-results $away --retry-time=60 --spool spool all.json --raw-log log
    wait_for 60 all_spooled
    kill -9 "$(cat killed.pid)"
    wait "$(cat killed.pid)" || [ $? = 137 ]
    # And once more, as who has seen it killed would.
    store-results --to store --spool spool all.json | jq -r .result.state | sort | uniq -c >states
    [ "$(tr -s ' \n' ' ' <states)" = ' 5 already there 6 stored ' ]
    cat store/observations/* | sort | cmp - <(sort all.json)
    [ -z "$(ls spool)" ]
}

@test "with two stores, what one has not got waits, and the other is filled" {
    observation 1 failed >1.json
    # shellcheck disable=SC2086
    run_split store-results --to near $away --spool spool 1.json
    expect 75 "1 wait in the spool"
    [ "$(jq -r '.result.store' "$BATS_TEST_TMPDIR/stdout")" = near ]
    store-results --to near --to far --spool spool --send-spool >receipts.json
    [ "$(jq -r '.result | "\(.store) \(.state)"' receipts.json)" = 'near already there
far stored' ]
    diff -r near far
}

@test "with two stores and no spool, the other is filled all the same, with its index" {
    for i in $(seq 300); do observation "$i" failed; done >all.json
    # shellcheck disable=SC2086
    run_split store-results --to near $away all.json
    expect 75 "'all.json', line 1: 'observations/observation-1' at 's3://bucket/prefix'"
    [ "$(jq -r .result.store "$BATS_TEST_TMPDIR/stdout" | sort | uniq -c | tr -s ' ')" = ' 300 near' ]
    cat near/observations/* | sort | cmp - <(sort all.json)
    [ "$(cat near/build-analysis/index/*/* | jq -r .id | sort -u | wc -l)" = 300 ]
    # shellcheck disable=SC2086
    run_split store-results $away $away all.json
    expect 75 "'all.json', line 1: 'observations/observation-1' at"
}

@test "an index that a store has not got waits, too" {
    observation 1 failed >1.json
    # What cannot be a folder, as its parent is a file.
    mkdir -p store/build-analysis
    : >store/build-analysis/index
    run_split store-results --to store --spool spool 1.json
    expect 74 "wait in the spool 'spool': cannot make the folder"
    [ -e store/observations/observation-1 ]
    rm store/build-analysis/index
    store-results --to store --spool spool --send-spool
    [ "$(jq -r .id store/build-analysis/index/2024-01-02/*)" = observation-1 ]
    [ -z "$(ls spool)" ]
}

@test "a spool on a full disk: one line, and what is in it is whole" {
    {
        printf '{"metadata":{"document_id":"observation-big"},"result":{"schema":{"kind":"observation","version":"1.0"},"x":"'
        head -c 200000 /dev/zero | tr '\0' x
        printf '"}}\n'
    } >big.json
    observation 1 failed >1.json
    observation 2 failed >2.json
    mkdir small
    # Where nothing can be mounted, a limit on the size of files fails the same write.
    mount -t tmpfs -o size=64k none small 2>/dev/null || { trap '' XFSZ && ulimit -f 64; }
    # shellcheck disable=SC2086
    run_split store-results $away --spool small/spool 1.json big.json 2.json
    cp -r small kept
    umount small 2>/dev/null || true
    expect 74 "'big.json', line 1: .*(No space left on device|File too large)"
    # Those that there was room for, and no part of the other.
    [ "$(find kept/spool -type f | wc -l)" = 2 ]
    store-results --to store --spool kept/spool --send-spool >/dev/null
    cmp 1.json store/observations/observation-1
    cmp 2.json store/observations/observation-2
    [ ! -e store/observations/observation-big ]
}

@test "what cannot be read in the spool is set aside once, and the rest is sent" {
    mkdir spool
    observation 1 failed | head -c 50 >spool/01795894788567955245-d69bfd6e1949ad823ebe4f5b9243a12f.document
    mkdir spool/01795894788567955246-d69bfd6e1949ad823ebe4f5b9243a12f.document
    observation 2 failed >spool/01795894788567955247-d69bfd6e1949ad823ebe4f5b9243a12f.document
    observation 3 failed >3.json
    run_split store-results --to store --spool spool 3.json
    expect 76 "2 of 4 refused, the first: "
    [ "$(find store/observations -type f | wc -l)" = 2 ]
    [ "$(find spool -mindepth 1 -name '*.document.refused' | wc -l)" = 2 ]
    [ "$(find spool -mindepth 1 -maxdepth 1 | wc -l)" = 2 ]
    run_split store-results --to store --spool spool 3.json
    expect 0 "2 refused documents or logs lie in the spool 'spool'"
    rm -r spool/*.refused
    run_split store-results --to store --spool spool 3.json
    expect 0
    [ ! -s "$BATS_TEST_TMPDIR/stderr" ]
}

@test "what is new in the spool is behind what waits, also when the clock was set back" {
    observation 1 failed >1.json
    observation 2 failed >2.json
    # shellcheck disable=SC2086
    store-results $away --spool spool 1.json 2>/dev/null || [ $? = 75 ]
    mv spool/* "spool/09$(basename spool/* | tail -c +3)"
    # shellcheck disable=SC2086
    store-results $away --spool spool 2.json 2>/dev/null || [ $? = 75 ]
    cat spool/* | cmp - <(cat 1.json 2.json)
}

@test "folder and files of the spool are the user's alone" {
    umask 022
    observation 1 failed >1.json
    # shellcheck disable=SC2086
    store-results $away --to store --spool spool 1.json >receipts.json 2>/dev/null || [ $? = 75 ]
    [ "$(stat -c %a spool spool/* | tr '\n' ' ')" = '700 600 ' ]
    # What is stored is not.
    [ "$(stat -c %a store/observations/observation-1)" = 644 ]
}

@test "--send-spool needs a spool, and other files in it are left alone" {
    run_split store-results --to store --send-spool
    expect 2 'needs --spool'
    mkdir spool
    echo x >spool/readme
    store-results --to store --spool spool --send-spool
    [ "$(ls spool)" = readme ]
}

# whole FOLDER...: the ids of all documents in these folders, each once; each must be whole.
whole() {
    find "$@" -type f ! -name '*.??????' ! -path '*/index/*' ! -path '*/.incomplete/*' -exec cat {} + |
        jq -r '.metadata.document_id' | sort -u
}

# killed_at CALL NUMBER COMMAND...: kill -9 as the command has done this call of the system for the NUMBERth time.
killed_at() {
    local status=0
    strace -f -qq -o /dev/null -e "trace=$1" -e "inject=$1:signal=KILL:when=$2" "${@:3}" >/dev/null 2>&1 || status=$?
    [ $status = 137 ] || { echo "status $status at $1 $2" >&2; return 1; }
}

@test "nothing is lost by kill -9 while documents are spooled or sent, at fifty places" {
    program_or_skip strace
    [ "$CONFIG" != asan ] || skip "LeakSanitizer does not work under strace"
    for i in $(seq 12); do observation "$i" failed; done >all.json
    # A file of the spool is written, synced, renamed, and its folder synced.
    for place in fsync:{1..12} rename:{1..8}; do
        rm -rf spool
        # shellcheck disable=SC2086
        killed_at "${place%:*}" "${place#*:}" store-results $away --spool spool all.json
        whole spool >/dev/null
    done
    # With what the last one that was killed has left.
    # shellcheck disable=SC2086
    store-results $away --spool spool all.json 2>/dev/null || [ $? = 75 ]
    [ "$(whole spool | wc -l)" = 12 ]
    cp -r spool full
    # Objects and the index are written, and then the spool's files are removed.
    for place in fsync:{1..10} renameat2:{1..10} unlink:{1..10}; do
        rm -rf store spool
        cp -r full spool
        killed_at "${place%:*}" "${place#*:}" store-results --to store --spool spool --send-spool
        [ "$(whole store spool | wc -l)" = 12 ]
        store-results --to store --spool spool --send-spool >/dev/null
        [ -z "$(find spool -name '*.document')" ]
        [ "$(whole store | wc -l)" = 12 ]
        [ "$(cat store/build-analysis/index/*/* | jq -r .id | sort -u | wc -l)" = 12 ]
        cat store/observations/* | sort | cmp - <(sort all.json)
    done
}
