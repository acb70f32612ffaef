#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# workflows/analyze-build, the local twin of the graph, on the builds of testdata/demo.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    demo=$TESTDATA/demo
    mkdir tmp
    export TMPDIR=$PWD/tmp
}

# The private folder is gone however it ended.
teardown() {
    [ -z "$(ls -A "$BATS_TEST_TMPDIR/tmp")" ]
}

@test "a build that succeeded: what it did is what the oracles say" {
    analyze-build --base-image "oci:$demo/images:base" --output-image "oci:$demo/images:output" \
        --build-log "$demo/build-succeeded.log" --build-id demo-1 --to results >observation.json
    validate observation.json
    jq -e --slurpfile truth "$demo/truth.json" '.result as $r | $truth[0] as $t |
        $r.outcome == "succeeded" and $r.build.uid == "demo-1" and $r.base_is_prefix and $r.failure == null and
        $r.base.digest == $t.base.digest and $r.output.digest == $t.output.digest and
        $r.base.layer_count == $t.base.layers and $r.output.layer_count == $t.output.layers' observation.json
    jq -e --slurpfile truth "$demo/truth.json" '.result as $r | $truth[0] as $t |
        def named: {deb: [.deb[] | {name, version, arch}], python: [.pypi[] | {name, version}]};
        def moved: {deb: [.deb[] | {name, from, to}], python: [.pypi[] | {name, from, to}]};
        ($r.added | named) == $t.added and ($r.removed | named) == $t.removed and
        ($r.changed | moved) == $t.changed' observation.json
    [ "$(jq -c '[.result.installed_by_log_not_in_image, .result.in_image_not_in_log]' observation.json)" = '[[],[]]' ]
}

@test "a build that took packages away again: which layer did it" {
    mkdir -p base/site/old-1.dist-info pip/site/new-1.dist-info rm/site
    printf 'Name: old\nVersion: 1\n' >base/site/old-1.dist-info/METADATA
    printf 'Name: new\nVersion: 1\n' >pip/site/new-1.dist-info/METADATA
    : >rm/site/.wh.old-1.dist-info
    : >rm/site/.wh.new-1.dist-info
    "$ROOT/tests/lib/make-image" images base base
    "$ROOT/tests/lib/make-image" images output base pip rm
    printf 'Step 1/2 : RUN pip install new\nInstalling collected packages: new\nSuccessfully installed new-1\n' >log
    analyze-build --base-image oci:images:base --output-image oci:images:output --build-log log >observation.json
    validate observation.json
    jq -e '.result | .removed.pypi[0].removed_by == .layers[2].digest and .layers[2].removed == 1
        and .files_added.files == 1 and .installed_by_log_not_in_image[0].reason == "removed-later"' observation.json
}

@test "a build that failed: the root cause, at its line" {
    analyze-build --base-image "oci:$demo/images:base" --build-log "$demo/build-failed.log" --to results >observation.json
    validate observation.json
    [ "$(jq .result.failure.line observation.json)" = "$(jq .failed_log.line "$demo/truth.json")" ]
    [ "$(jq -r .result.outcome observation.json)" = failed ]
    jq -e '.result.output == null and (.result.failure.advice | test("libldap"))' observation.json
}

@test "everything is stored, and storing again is harmless" {
    for i in 1 2; do
        analyze-build --base-image "oci:$demo/images:base" --output-image "oci:$demo/images:output" \
            --build-log "$demo/build-succeeded.log" --to results >"observation.$i"
    done
    [ "$(cd results && find . -type f | cut -d/ -f2 | sort | uniq -c | tr -s ' ')" = ' 2 analysis
 2 analysis-by-digest
 1 build-analysis
 1 buildlogs
 1 buildlogs-parsed
 1 observations' ]
    cmp observation.1 results/observations/*
    validate results/analysis/* results/buildlogs-parsed/* results/observations/*
}

@test "any combination of inputs" {
    analyze-build --build-log "$demo/build-failed.log" | jq -e '.result.base == null and .result.failure != null'
    analyze-build --output-image "oci:$demo/images:output" | jq -e '.result.output != null and .result.outcome == "unknown"'
    request=$ROOT/tests/golden/observe-build/only-the-request.d/request.json
    analyze-build --request "$request" --to results | jq -e '.result.build.name == "web-7"'
    [ -e results/build-analysis/requests/build-request-240602115900-req ]
    analyze-build --request "$request" --build-log "$demo/build-succeeded.log" |
        jq -e '.result.outcomes == {"request": "failed", "log": "succeeded"}'
    analyze-build --outcome succeeded --build-log "$demo/build-failed.log" |
        jq -e '.result | .outcomes == {"request": "succeeded", "log": "failed"} and .failure == null'
    # unknown, the default of a template, says nothing
    analyze-build --outcome unknown --request "$request" --build-log "$demo/build-succeeded.log" |
        jq -e '.result | .outcome == "failed" and .outcomes == {"request": "failed", "log": "succeeded"}'
    # what parse-buildlog was told is told by its document, too
    parse-buildlog --outcome failed "$demo/build-succeeded.log" >told.json
    observe-build --log-analysis told.json |
        jq -e '.result | .outcome == "failed" and .outcomes == {"request": "failed", "log": "succeeded"}'
}

@test "a part that fails does not lose the others, and gives the status" {
    status=0
    analyze-build --base-image oci:nowhere --output-image "oci:$demo/images:output" \
        --build-log "$demo/build-succeeded.log" --to results >observation.json 2>stderr || status=$?
    [ "$status" = 66 ]
    grep -q nowhere stderr
    jq -e '.result.base == null and .result.output != null and .result.outcome == "succeeded"' observation.json
    [ -e results/observations ]
    [ "$(find results/analysis -type f | wc -l)" = 1 ]

    : >empty.log
    status=0
    analyze-build --output-image "oci:$demo/images:output" --build-log empty.log >observation.json 2>stderr || status=$?
    [ "$status" = 66 ]
    jq -e '.result.output != null' observation.json
}

@test "when every part fails there is no observation, and the first status" {
    status=0
    analyze-build --base-image oci:nowhere --build-log nowhere.log --to results >observation.json 2>stderr || status=$?
    [ "$status" = 66 ]
    [ ! -s observation.json ]
    [ ! -e results ]
    [ "$(wc -l <stderr)" = 2 ]
}

@test "a store that is refused is told, and the observation is printed all the same" {
    status=0
    analyze-build --build-log "$demo/build-failed.log" --to s3://bucket/prefix >observation.json 2>stderr || status=$?
    [ "$status" = 78 ]
    jq -e .result.failure.line observation.json
    [ "$(wc -l <stderr)" = 1 ]
}

@test "wrong options are 2" {
    for arguments in '' '--nope x' '--build-log' '--format yaml --build-log x' '--build-log - --request -' 'operand'; do
        # shellcheck disable=SC2086 # words
        run_split analyze-build $arguments
        expect 2 "^analyze-build: error: "
    done
}

@test "--option=value, --help, --version" {
    analyze-build --build-log="$demo/build-failed.log" --format=text | grep -q 'lber\.h'
    analyze-build --help | grep -q -- --output-image
    analyze-build --version | grep -qF "$(cat "$ROOT/VERSION")"
}

@test "file names of any form" {
    name="a b'\"\$HOME * -- ü.log"
    mkdir 'some where'
    cp "$demo/build-failed.log" "./$name"
    analyze-build --build-log "$name" --to 'some where/$x' --output "out $name"
    jq -e .result.failure.line "out $name"
    [ -d 'some where/$x/observations' ]
    cp -r "$demo/images" 'some where/images'
    analyze-build --base-image 'oci:some where/images:base' | jq -e '.result.base.layer_count == 2'
}

@test "the log from stdin, also stored" {
    analyze-build --build-log - --to results <"$demo/build-failed.log" | jq -e .result.failure.line
    [ "$(find results/buildlogs -type f | wc -l)" = 1 ]
}

@test "a log and a request from pipes, also stored" {
    request=$ROOT/tests/golden/observe-build/only-the-request.d/request.json
    analyze-build --build-log <(cat "$demo/build-failed.log") --request <(cat "$request") --to results |
        jq -e '.result.failure.line != null and .result.build.name == "web-7"'
    [ "$(find results/buildlogs results/build-analysis/requests -type f | wc -l)" = 2 ]
}

@test "names that start with a dash are names" {
    cp "$demo/build-failed.log" ./-v.log
    analyze-build --build-log=-v.log --output=-o.json --to=-results
    jq -e .result.failure.line ./-o.json
    [ -d ./-results/buildlogs ]
    run_split analyze-build --base-image=-x
    expect 2 "'-x' is no image reference"
}

@test "--output - and a device are stdout" {
    analyze-build --build-log "$demo/build-failed.log" --to results --output - | jq -e .result.failure.line
    analyze-build --build-log "$demo/build-failed.log" --to results --output /dev/stdout | jq -e .result.failure.line
    status=0
    analyze-build --build-log "$demo/build-failed.log" --output /dev/full 2>stderr || status=$?
    [ "$status" = 74 ]
}

@test "a log that is not there is told once, and what there is stored" {
    status=0
    analyze-build --build-log nowhere.log --output-image "oci:$demo/images:output" --to results >observation.json \
        2>stderr || status=$?
    [ "$status" = 66 ]
    [ "$(wc -l <stderr)" = 1 ]
    [ -d results/analysis ]
}

@test "SIGTERM ends it and what it waits for, a slow log or a slow step, and cleans up" {
    mkfifo log
    mkdir steps
    printf '#!/bin/sh\nexec sleep 60\n' >steps/parse-buildlog
    chmod +x steps/parse-buildlog
    exec 5<>log
    for case in "log cat" "$demo/build-failed.log sleep"; do
        PATH=$PWD/steps:$PATH start twin analyze-build --build-log "${case% *}" --to results
        wait_for 5 pgrep -P "$(cat twin.pid)" "${case##* }"
        waited=$(pgrep -P "$(cat twin.pid)" "${case##* }")
        kill -TERM "$(cat twin.pid)"
        status=0
        wait "$(cat twin.pid)" || status=$?
        [ "$status" = 143 ]
        run ! kill -0 "$waited"
        [ ! -e results ]
    done
}

@test "the steps are found beside it when they are not on PATH" {
    mkdir -p tree/workflows tree/build
    cp "$ROOT/workflows/analyze-build" tree/workflows
    ln -s "$BIN" tree/build/bin
    PATH=/usr/bin:/bin tree/workflows/analyze-build --build-log "$demo/build-failed.log" | jq -e .result.failure.line
}

@test "make demo's own run: both builds" {
    demo "$PWD/results" >page
    grep -q '^build     succeeded: demo-1$' page
    grep -q '^packages  5 added, 2 removed, 2 changed$' page
    grep -q '^build     failed: demo-2$' page
    grep -q "^> *$(jq .failed_log.line "$demo/truth.json") | " page
    grep -q '^advice    Install' page
    [ "$(find results/observations -type f | wc -l)" = 2 ]
}
