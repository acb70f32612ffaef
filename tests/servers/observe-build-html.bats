#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# The HTML report in a real browser: its filter works, it asks nothing of anywhere, and what is hostile in it is text.

load ../lib/helpers
load ../lib/hostile-build

setup() {
    program_or_skip chromium
    cd "$BATS_TEST_TMPDIR" || exit
}

# look FILE [WORDS]...: found.json, as tests/lib/look-at-report gives it.
look() {
    local report=$1
    shift
    timeout 120 "$ROOT/tests/lib/look-at-report" "$report" . "$@" >found.json
}

nothing_happened() {
    jq -e '.requests == [] and .dialogs == [] and .complaints == []' found.json
}

@test "a build's report: narrow and wide, light and dark, and its filter" {
    images=oci:$TESTDATA/demo/images
    extract-packages "$images:base" >base.json
    extract-packages --scope all-layers "$images:output" >output.json
    parse-buildlog "$TESTDATA/demo/build-failed.log" >log.json
    observe-build --base-analysis base.json --output-analysis output.json --log-analysis log.json \
        --format html >report.html
    rows=$(observe-build --base-analysis base.json --output-analysis output.json |
        jq '[.result | (.added, .removed, .changed)[] | length] | add')
    look report.html 'PYPI added' 'nothing like it' 'flask' ''
    nothing_happened
    jq -e --argjson rows "$rows" '
        ([.["360-light", "360-dark", "1280-light", "1280-dark"] | [.rows, .shown, .overflow]] | unique) == [[$rows, $rows, false]]
        and .["360-light"].background != .["360-dark"].background and .["360-light"].ink != .["360-dark"].ink
        and .["filter PYPI added"].shown == 4 and .["filter PYPI added"].status == "4 of \($rows)"
        and .["filter nothing like it"].shown == 0 and .["filter flask"].shown == 1 and .["filter "].shown == $rows' found.json
}

@test "a hostile build's report: what it says is text" {
    hostile_inputs
    observe --format html >report.html
    look report.html '<script>alert(1)</script>' ''
    nothing_happened
    jq -e '.["1280-light"] | .scripts == 1 and .images == 0 and .overflow == false and .rows > 0' found.json
    jq -e '.["360-light"].overflow == false' found.json
    jq -e '.["filter <script>alert(1)</script>"] | .shown == .rows' found.json
}

@test "without its script the report is whole: no policy lets another one run" {
    hostile_inputs
    observe --format html | sed 's|// SPDX|// another, SPDX|' >report.html
    look report.html
    jq -e '.requests == [] and .dialogs == [] and (.complaints | length) == 1' found.json
    jq -e '.["1280-light"] | .shown == .rows and .status == ""' found.json
}
