#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# store-results --compact-index and --delete.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    export BUILD_ANALYSIS_NO_VALIDATE=true AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=s
    index=store/build-analysis/index/2024-01-02
}

# observation ID
observation() {
    printf '{"metadata":{"document_id":"observation-%s","datetime":"2024-01-02T03:04:05.000000"},"result":{"schema":{"kind":"observation","version":"1.0"},"outcome":"failed"}}\n' "$1"
}

ids() {
    cat "$index"/* | jq -r .id | sort | tr '\n' ' '
}

@test "the objects of a day are joined, and again" {
    for i in 1 2 3; do observation "$i" | store-results --to store >/dev/null; done
    [ "$(find "$index" -type f | wc -l)" = 3 ]
    run_split store-results --to store --compact-index 2024-01-02
    expect 0
    [ -z "$output$stderr" ]
    [ "$(find "$index" -type f | wc -l)" = 1 ]
    [ "$(ids)" = 'observation-1 observation-2 observation-3 ' ]
    before=$(ls -i "$index")
    store-results --to store --compact-index 2024-01-02
    [ "$(ls -i "$index")" = "$before" ]
    observation 4 | store-results --to store >/dev/null
    # A run that broke off, and one with the log, have left a line each.
    printf 'a log\n' >log
    observation 4 | store-results --to store - --raw-log log >/dev/null
    [ "$(cat "$index"/* | wc -l)" = 5 ]
    store-results --to store --compact-index 2024-01-02
    [ "$(ids)" = 'observation-1 observation-2 observation-3 observation-4 ' ]
    [ -e "store/buildlogs/$(jq -r 'select(.id=="observation-4") | .raw_log' "$index"/*)" ]
    store-results --to store --compact-index 2024-01-03
    [ ! -e store/build-analysis/index/2024-01-03 ]
}

@test "lines that are none of ours are kept" {
    mkdir -p "$index"
    printf 'what is this\n{"id": 5}\n{"x":1}' >"$index"/a.jsonl
    observation 1 | store-results --to store >/dev/null
    store-results --to store --compact-index 2024-01-02
    [ "$(find "$index" -type f | wc -l)" = 1 ]
    [ "$(LC_ALL=C sort "$index"/* | cut -c-18)" = 'what is this
{"id": 5}
{"id":"observation
{"x":1}' ]
}

@test "no line is lost by kill -9, or by others that join and write at the same time" {
    for i in $(seq 40); do observation "$i" | store-results --to store >/dev/null; done
    for moment in $(seq 20); do
        start joiner store-results --to store --compact-index 2024-01-02
        start other store-results --to store --compact-index 2024-01-02
        observation "1$moment" | store-results --to store >/dev/null
        kill -9 "$(cat joiner.pid)" 2>/dev/null || true
        wait "$(cat joiner.pid)" || true
        wait "$(cat other.pid)"
        [ "$(cat "$index"/* | jq -r .id | sort -u | wc -l)" = "$(find store/observations -type f | wc -l)" ]
    done
    store-results --to store --compact-index 2024-01-02
    [ "$(cat "$index"/* | wc -l)" = "$(find store/observations -type f | wc -l)" ]
    [ "$(find "$index" -type f | wc -l)" = 1 ]
}

@test "a document is removed with its pointer, its line and its log" {
    extract-packages "oci:$TESTDATA/demo/images:base" >image.json
    parse-buildlog "$TESTDATA/demo/build-failed.log" >log.json
    observe-build --base-analysis image.json --log-analysis log.json >observation.json
    SOURCE_DATE_EPOCH=1704164645 store-results --to store image.json log.json observation.json \
        --raw-log "$TESTDATA/demo/build-failed.log" >receipts.json
    cp -r store two
    id() { jq -r .metadata.document_id "$1.json"; }
    store-results --to store --to two --delete "$(id observation)"
    # The log is another one's, too.
    [ "$(find store -name 'buildlog-*' | wc -l)" = 2 ]
    [ -z "$(find store two -name 'observation-*')" ]
    run ! grep -r observation- store
    store-results --to store --to two --delete "$(id log)" --delete "$(id image)"
    [ -z "$(find store two -type f)" ]
    run_split store-results --to store --delete "$(id log)"
    expect 66 "nothing is stored under 'buildlog-parser-"
}

# Were each object written anew without one's line, these would write two to the power of their number.
@test "several that delete at one time end, and leave few objects" {
    for i in $(seq 20); do observation "$i"; done | store-results --to store >/dev/null
    ids=$(find store/observations -type f -name 'observation-*' -printf '%f\n' | head -16)
    for id in $ids; do
        store-results --to store --delete "$id" &
        pids+=($!)
    done
    for pid in "${pids[@]}"; do wait "$pid"; done
    # One that had read the index before may have written a line back: then it is there to be removed.
    for id in $ids; do
        run ! test -e "store/observations/$id"
    done
    [ "$(find "$index" -type f | wc -l)" -le 20 ]
    # The lines of the others are there.
    ids=$(find store/observations -type f -name 'observation-*' -printf '%f\n')
    for id in $ids; do
        grep -q "\"$id\"" "$index"/*
    done
}

@test "what waits in a spool keeps its id from being deleted" {
    observation 1 >one.json
    run_split store-results --to s3://lab/x --endpoint http://127.0.0.1:9 --retry-time 0 --spool spool one.json
    expect 75 'wait in the spool'
    run_split store-results --to store --delete "$(jq -r .metadata.document_id one.json)" --spool spool
    expect 2 'spool.*--send-spool'
}

@test "a log stays while a document of another day is made of it" {
    parsed() { printf '{"metadata":{"document_id":"buildlog-parser-%s","datetime":"%s"},"result":{"schema":{"kind":"build-log-analysis","version":"1.0"}}}\n' "$1" "$2"; }
    printf 'a log\n' >log
    for i in 1 2; do parsed "$i" "2024-01-0${i}T00:00:00" | store-results --to store --raw-log log - >/dev/null; done
    store-results --to store --delete buildlog-parser-1
    [ "$(find store/buildlogs -type f | wc -l)" = 1 ]
    store-results --to store --delete buildlog-parser-2
    [ -z "$(find store -type f)" ]
}

@test "a later analysis keeps its pointer, and a raw log is removed by its own id" {
    for i in 1 2; do
        extract-packages "oci:$TESTDATA/demo/images:base" --document-id package-extract-$i | store-results --to store >/dev/null
    done
    store-results --to store --delete package-extract-1
    [ "$(jq -r .analysis_id store/analysis-by-digest/*)" = package-extract-2 ]
    printf 'a log\n' >log
    id=$(store-results --to store --raw-log log | jq -r .result.document_id)
    store-results --to store --delete "$id"
    [ -z "$(find store/buildlogs -type f)" ]
}

# analysis ID DATETIME
analysis() {
    printf '{"metadata":{"document_id":"package-extract-%s","datetime":"%s"},"result":{"schema":{"kind":"image-analysis","version":"1.0"},"image":{"manifest":{"digest":"sha256:%064d"}},"of":"%s"}}\n' "$1" "$2" 7 "$1"
}

@test "the pointer names an image's latest analysis, in whatever order they are stored" {
    named() { jq -r .analysis_id store/analysis-by-digest/*; }
    analysis old 2024-01-02T03:04:05.000000 >old.json
    analysis new 2024-01-02T03:04:05.000001 >new.json
    store-results --to store old.json >/dev/null
    [ "$(named)" = package-extract-old ]
    store-results --to store new.json >/dev/null
    [ "$(named)" = package-extract-new ]
    store-results --to store old.json >/dev/null
    [ "$(named)" = package-extract-new ]
    rm -r store
    store-results --to store new.json old.json >/dev/null
    [ "$(named)" = package-extract-new ]
    # Told again at a later time, the analysis that is stored is no newer.
    analysis old 2025-01-01T00:00:00.000000 | store-results --to store >/dev/null
    [ "$(named)" = package-extract-new ]
    # A pointer to nothing is worth nothing.
    for id in package-extract-gone ../../x; do
        echo "{\"analysis_id\":\"$id\"}" >"$(echo store/analysis-by-digest/*)"
        store-results --to store old.json >/dev/null
        [ "$(named)" = package-extract-old ]
    done
}

@test "a store that is away does not keep another from being tidied" {
    for i in 1 2 3; do observation "$i" | store-results --to store >/dev/null; done
    run_split store-results --to s3://away --endpoint http://127.0.0.1:9 --retry-time 0 --to store \
        --delete observation-1 --compact-index 2024-01-02
    expect 75
    [ "$(ids)" = 'observation-2 observation-3 ' ]
    [ "$(find "$index" -type f | wc -l)" = 1 ]
    [ ! -e store/observations/observation-1 ]
}

@test "what does not go together is refused" {
    observation 1 >1.json
    run_split store-results --to store --delete x 1.json
    expect 2 'store nothing'
    run_split store-results --to store --compact-index 2024-1-2
    expect 2 "'2024-1-2' is no day"
    run_split store-results --to store --compact-index ../../../..
    expect 2 'is no day'
    run_split store-results --to store --delete ../x
    expect 76 "'../x' is no document's id"
}
