#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# store-results on the command line; its documents and refusals are in tests/golden/store-results.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    observation 1 failed >one.json
    # Most tests store documents of as few members as can be.
    export BUILD_ANALYSIS_NO_VALIDATE=true
}

# observation ID OUTCOME
observation() {
    printf '{"metadata":{"document_id":"observation-%s"},"result":{"schema":{"kind":"observation","version":"1.0"},"outcome":"%s"}}\n' "$1" "$2"
}

@test "a full disk behind stdout is told, and what was stored stays" {
    status=0
    store-results --to store one.json >/dev/full 2>stderr || status=$?
    [ "$status" = 74 ]
    [ "$(wc -l <stderr)" = 1 ]
    [ -e store/observations/observation-1 ]
}

@test "a closed stdout is 74" {
    status=0
    store-results --to store one.json >&- 2>stderr || status=$?
    [ "$status" = 74 ]
}

@test "a reader that goes away ends it quietly" {
    store-results --to store one.json 2>stderr | true
    [ ! -s stderr ]
}

@test "--output is whole or not at all" {
    store-results --to store --output receipts.json one.json
    validate receipts.json
    run_split store-results --to store --output nowhere/receipts.json one.json
    [ "$status" != 0 ]
    grep -q "cannot write 'nowhere/receipts.json'" "$BATS_TEST_TMPDIR/stderr"
    [ "$(find . -name '*.json.*' | wc -l)" = 0 ]
}

@test "a store that cannot be made is one line" {
    echo x >file
    run_split store-results --to file/store one.json
    expect 74 "cannot make the folder 'file.*': Not a directory"
}

@test "a mistyped s3:// does not become a folder" {
    for place in S3://lab/x s3:/lab/x https://ceph/lab s3:; do
        run_split store-results --to "$place" one.json
        expect 2 "'$place' is neither a folder nor s3://"
    done
    [ -z "$(find . -mindepth 1 -type d)" ]
    store-results --to ./s3:/lab one.json
    [ -e s3:/lab/observations/observation-1 ]
}

@test "an unreadable document is refused and the others are kept" {
    mkdir -p in/folder.json
    cp one.json in/
    run_split store-results --to store in
    expect 74 "cannot read 'in/folder.json': Is a directory"
    [ -e store/observations/observation-1 ]
}

@test "a full file system leaves nothing half-written" {
    {
        printf '{"metadata":{"document_id":"observation-big"},"result":{"schema":{"kind":"observation","version":"1.0"},"x":"'
        head -c 200000 /dev/zero | tr '\0' x
        printf '"}}\n'
    } >big.json
    mkdir small
    # Where nothing can be mounted, a limit on the size of files fails the same write.
    mount -t tmpfs -o size=64k none small 2>/dev/null || { trap '' XFSZ && ulimit -f 64; }
    run_split store-results --to small/store big.json
    files=$(find small -type f | wc -l)
    umount small 2>/dev/null || true
    expect 74 "No space left on device|File too large"
    [ "$files" = 0 ]
}

@test "documents of the steps are accepted, and refused without what their schema requires" {
    unset BUILD_ANALYSIS_NO_VALIDATE
    fetch-image "oci:$TESTDATA/demo/images:base" --layout layout >image.json
    extract-packages image.json >image-analysis.json
    parse-buildlog "$TESTDATA/demo/build-failed.log" >build-log-analysis.json
    observe-build --base-analysis image-analysis.json --log-analysis build-log-analysis.json >observation.json
    store-results --to store image.json image-analysis.json build-log-analysis.json observation.json >receipts.json
    validate receipts.json
    [ "$(wc -l <receipts.json)" = 4 ]
    for kind in image image-analysis build-log-analysis observation; do
        for key in $(jq -r '.properties.result.required[]' "$ROOT"/steps/*/$kind.schema.json); do
            [ "$key" != schema ] || continue
            run_split store-results --to refused <<<"$(jq -c --arg key "$key" 'del(.result[$key])' $kind.json)"
            expect 76 "stdin, line 1: in 'result': '$key' is missing"
        done
    done
    [ -z "$(find refused -type f)" ]
    store-results --to store --no-validate <<<"$(jq -c 'del(.result.builder) | .metadata.document_id="buildlog-parser-1"' build-log-analysis.json)"
}

@test "a refused document is named by its file and line, and the others are stored" {
    observation 2 failed | jq . >documents.json
    echo '{"metadata":{"document_id":"../2"},"result":{}}' >>documents.json
    observation 3 failed >>documents.json
    run_split store-results --to store documents.json
    expect 76 "'documents.json', line 13: 'metadata.document_id' is no id"
    [ "$(echo store/observations/*)" = 'store/observations/observation-2 store/observations/observation-3' ]
}

@test "a document that was cut costs no other" {
    # cut in a string, behind a comma, and by the end
    (
        observation 2 failed | head -c 50
        echo
        observation 3 failed
        echo '{"result": [1,'
        observation 4 failed
        observation 5 failed
        observation 6 failed | head -c 50
    ) >documents.json
    run_split store-results --to store documents.json
    expect 76 "'documents.json', line 1:"
    [ "$(cd store/observations && echo *)" = 'observation-3 observation-4 observation-5' ]
}

@test "two stores at once: a receipt for each, and one that refuses does not keep the other from being filled" {
    printf 'a log\n' >log
    store-results --to one --to two --raw-log log one.json >receipts.json
    validate receipts.json
    [ "$(jq -r '.result | "\(.store) \(.document_kind) \(.state)"' receipts.json)" = "one observation stored
one raw-log stored
two observation stored
two raw-log stored" ]
    [ "$(jq -r .metadata.document_id receipts.json | sort -u | wc -l)" = 4 ]
    diff -r one two
    observation 5 succeeded >other.json
    observation 5 failed >5.json
    store-results --to one other.json
    run_split store-results --to one --to two 5.json
    expect 76 "'5.json', line 1: 'observations/observation-5' is stored already with another result"
    [ "$(jq -r .result.store "$BATS_TEST_TMPDIR/stdout")" = two ]
    cmp two/observations/observation-5 5.json
}

# dated ID OUTCOME DAY
dated() {
    observation "$1" "$2" | jq -c --arg day "$3" '.metadata.datetime="\($day)T12:00:00.000000"'
}

@test "the index has a line for each document, and the same work leaves the same object" {
    for kind in image-analysis build-log-analysis observation; do
        case $kind in
        image-analysis) extract-packages "oci:$TESTDATA/demo/images:base" ;;
        build-log-analysis) parse-buildlog "$TESTDATA/demo/build-failed.log" ;;
        observation) observe-build --base-analysis image-analysis.json --log-analysis build-log-analysis.json ;;
        esac >$kind.json
    done
    for i in 1 2; do
        SOURCE_DATE_EPOCH=1 store-results --to store image-analysis.json build-log-analysis.json observation.json \
            --raw-log "$TESTDATA/demo/build-failed.log" >/dev/null
    done
    [ "$(find store/build-analysis/index -type f | wc -l)" = 1 ]
    jq -c . store/build-analysis/index/*/*.jsonl >rows
    [ "$(jq -r .kind rows | sort | tr '\n' ' ')" = 'build-log-analysis image-analysis observation ' ]
    [ "$(jq -r .id rows | sort)" = "$(jq -r .metadata.document_id {image-analysis,build-log-analysis,observation}.json | sort)" ]
    jq -e -s --slurpfile log build-log-analysis.json --slurpfile base image-analysis.json '
        (map(select(.kind=="observation"))[0] | .outcome == "failed" and .failure == $log[0].result.failure.id and
            .images == [$base[0].result.image.resolved] and (.raw_log | startswith("buildlog-"))) and
        (map(select(.kind=="image-analysis"))[0] | .outcome == null and .raw_log == null)' rows
    [ -e "store/buildlogs/$(jq -r '.raw_log // empty' rows | sort -u)" ]
}

@test "the index has an object for each day and run, and a retry on another day no second line" {
    { dated 1 failed 2024-02-03; dated 2 succeeded 2024-02-04; dated 3 failed 2024-02-03; } >all.json
    store-results --to store all.json >/dev/null
    dated 4 failed 2024-02-03 | store-results --to store >/dev/null
    dated 4 failed 2024-02-09 | store-results --to store >/dev/null
    [ "$(cat store/build-analysis/index/*/* | wc -l)" = 4 ]
    [ "$(cd store/build-analysis/index && ls)" = '2024-02-03
2024-02-04' ]
    [ "$(cat store/build-analysis/index/2024-02-03/* | jq -r .id | sort | tr '\n' ' ')" = 'observation-1 observation-3 observation-4 ' ]
}

@test "a reader that goes away does not keep the rest from being stored" {
    for i in $(seq 300); do observation "$i" failed; done >all.json
    store-results --to store all.json | head -n 1 >/dev/null
    [ "$(find store/observations -type f | wc -l)" = 300 ]
}

@test "environment variables, ours before Thoth's" {
    BUILD_ANALYSIS_TO=store THOTH_DEPLOYMENT_NAME=old BUILD_ANALYSIS_DEPLOYMENT=ours store-results one.json >/dev/null
    THOTH_CEPH_BUCKET_PREFIX=data THOTH_DEPLOYMENT_NAME=old store-results --to store one.json >/dev/null
    [ -e store/ours/observations/observation-1 ]
    [ -e store/data/old/observations/observation-1 ]
}

@test "a folder means its *.json, in order, not deeper" {
    mkdir -p in/deeper
    observation b failed >in/2.json
    observation a failed >in/1.json
    observation c failed >in/deeper/3.json
    echo x >in/.hidden.json
    store-results --to store in >receipts.json
    [ "$(jq -r .result.document_id receipts.json)" = "observation-a
observation-b" ]
}

@test "a document is stored while more are waited for" {
    observation 2 failed >two.json
    mkfifo documents
    store-results --to store - <documents >receipts.json &
    exec 5>documents
    cat one.json >&5
    wait_for 30 [ -e store/observations/observation-1 ]
    wait_for 30 [ -s receipts.json ]
    cat two.json >&5
    exec 5>&-
    wait $!
    [ "$(jq -r .result.document_id receipts.json | tr '\n' ' ')" = 'observation-1 observation-2 ' ]
}

@test "documents and a raw log from one stdin" {
    printf 'a log\n' >log
    store-results --to store --raw-log log - <one.json >receipts.json
    [ "$(jq -r .result.document_kind receipts.json)" = "observation
raw-log" ]
}

@test "two processes that store the same id: one object, all content" {
    for i in $(seq 200); do observation "$i" failed; done >all.json
    for i in 1 2 3 4; do
        store-results --to store all.json >"receipts.$i" &
    done
    wait
    cat receipts.* >receipts.json
    [ "$(wc -l <receipts.json)" = 800 ]
    [ "$(grep -c '"state":"stored"' receipts.json)" = 200 ]
    [ "$(cat store/observations/* | jq -r .result.outcome | sort | uniq -c | tr -d ' ')" = 200failed ]
    [ ! -e store/.incomplete ]
}

@test "two processes with different results for one id: one wins, the other is refused" {
    observation x succeeded >a.json
    observation x failed >b.json
    for i in $(seq 20); do
        a=0 b=0
        store-results --to "store$i" a.json >/dev/null 2>&1 &
        store-results --to "store$i" b.json >/dev/null 2>&1 || b=$?
        wait $! || a=$?
        [ "$a $b" = '0 76' ] || [ "$a $b" = '76 0' ]
        winner=a
        [ "$a" = 0 ] || winner=b
        cmp "$winner.json" "store$i/observations/observation-x"
    done
}

@test "SIGTERM leaves nothing half-written" {
    mkfifo documents
    start store store-results --to store documents
    exec 5>documents
    # As many as are put together, and one more.
    for i in $(seq 129); do observation "$i" failed; done >&5
    wait_for 10 test -e store/observations/observation-128
    kill -TERM "$(cat store.pid)"
    status=0
    wait "$(cat store.pid)" || status=$?
    exec 5>&-
    [ "$status" = 143 ]
    [ "$(find store -type f | wc -l)" = 128 ]
}

@test "raw logs are named and written as Python does it" {
    program_or_skip /usr/bin/python3
    mkdir logs
    printf 'plain\r\n' >logs/plain
    printf 'esc \033[31m del \177 tab \t quote " backslash \\ slash /\n' >logs/controls
    printf 'caf\303\251 \342\200\250 \360\237\230\200 \357\277\275\n' >logs/unicode
    printf '{"apiversion": "v1/x", "kind": "BuildLog", "log": "in a document \\u00e9"}' >logs/wrapped
    printf '{"log": 5}' >logs/not-wrapped
    [ ! -d "$SHARED/data/build-logs" ] || cp "$SHARED"/data/build-logs/01*.log logs
    arguments=()
    for log in logs/*; do arguments+=(--raw-log "$log"); done
    store-results --to store --no-redact "${arguments[@]}" >receipts.json
    /usr/bin/python3 - logs/* >expected <<'EOF'
import hashlib, json, sys
for name in sys.argv[1:]:
    document = {"apiversion": None, "kind": "BuildLog"}
    document["log"] = open(name, "rb").read().decode("utf-8", "replace").replace("\0", "\ufffd")
    if name == "logs/wrapped":
        document = json.loads(document["log"])
    body = json.dumps(document, sort_keys=True, indent=2, separators=(",", ": ")).encode()
    digest = hashlib.sha256(body).hexdigest()
    stored = open("store/buildlogs/buildlog-" + digest, "rb").read()
    assert stored == body, name
    print("buildlog-" + digest)
EOF
    diff -u expected <(jq -r .result.document_id receipts.json)
}

@test "raw logs are masked unless --no-redact" {
    printf 'pip install --index-url https://me:hunter2@pypi.example.org/simple x\nAPI_TOKEN=abc123def\n' >log
    [ "$(store-results --to store --raw-log log | jq .result.masked)" = 2 ]
    run ! grep -r -e hunter2 -e abc123def store
    [ "$(store-results --to open --no-redact --raw-log log | jq .result.masked)" = 0 ]
    grep -q -r hunter2 open
}

@test "many small documents are stored quickly and in little memory" {
    program_or_skip /usr/bin/time
    for i in $(seq 1000); do observation "$i" failed; done >all.json
    /usr/bin/time -f %M store-results --to store all.json 2>memory >/dev/null
    [ "$CONFIG" = asan ] || [ "$(tail -n 1 memory)" -lt 32768 ]
}
