#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# The scorer of `make accuracy` counts what is labelled, and says when a limit is missed.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || return 1
    # A parser that says of each log what a file beside it holds.
    printf '#!/bin/sh\ncat "$3.result"\n' >parser
    chmod +x parser
    : >index.entries
}

# entry LABEL RESULT: one more log with its label and what the parser will say of it.
entry() {
    local file
    file=$(wc -l <index.entries).log
    : >"$file"
    printf '{"result": %s}\n' "$2" >"$file.result"
    jq -c --arg file "$file" '. + {file: $file}' <<<"$1" >>index.entries
}

score() {
    jq -s . index.entries >index.json
    run "$ROOT/tests/accuracy/score" --parser ./parser "$@" own=index.json
}

# figure NAME CELL: the table's row of that name has this cell.
figure() {
    grep -F -e "$1" <<<"$output" | grep -Fq -e "  $2"
}

@test "what is right is counted, and within the limits it ends with 0" {
    entry '{"root_cause_class": "a.b", "root_line": 7}' \
        '{"outcome": "failed", "builder": "buildkit", "failure": {"id": "a.b", "line": 9, "confidence": 0.9}}'
    entry '{"root_cause_class": "a.b", "acceptable": ["c.d"], "root_line": 7, "root_lines_ok": [30]}' \
        '{"outcome": "failed", "builder": "none", "failure": {"id": "c.d", "line": 30, "confidence": 0.9}}'
    entry '{"root_cause_class": "SUCCESS"}' '{"outcome": "succeeded", "failure": null}'
    sed -i '1s/9/7/' 0.log.result
    score
    [ "$status" = 0 ]
    figure 'outcome of failing logs' '2 of 2'
    figure 'accepted class' '2 of 2'
    figure 'within 2 lines, buildkit' '1 of 1'
    figure 'successful log' '0 of 1'
    figure 'confidence' '0 of 2'
}

@test "what is wrong is counted, named, and missed limits end with 1" {
    entry '{"root_cause_class": "a.b", "root_line": 7}' \
        '{"outcome": "failed", "failure": {"id": "x.y", "line": 10, "confidence": 0.8},
          "secondary": [{"line": 1}, {"line": 1}, {"line": 1}, {"line": 1}, {"line": 1}, {"line": 7}]}'
    entry '{"root_cause_class": "a.b", "root_line": 7}' \
        '{"outcome": "unknown", "failure": null}'
    entry '{"outcome": "succeeded"}' '{"outcome": "failed", "failure": {"id": "a.b", "line": 1}}'
    score --misses
    [ "$status" = 1 ]
    figure 'outcome of failing logs' '1 of 2 MISSED'
    figure 'root line within 2 lines' '0 of 2 MISSED'
    figure 'first 5 secondary' '0 of 2 MISSED'
    figure 'family or stage' '0 of 2 MISSED'
    figure 'successful log' '1 of 1 MISSED'
    figure 'confidence' '1 of 1 MISSED'
    grep -q '0.log  sure and wrong' <<<"$output"
}

@test "of a blind set no log is named" {
    entry '{"root_cause_class": "a.b", "root_line": 7}' '{"outcome": "failed", "failure": null}'
    score --misses --blind own
    [ "$status" = 1 ]
    figure 'accepted class' '0 of 1 MISSED'
    if grep -F 0.log <<<"$output"; then return 1; fi
}

@test "packages are compared by their canonical names" {
    entry '{"packages": [{"name": "Ruamel.yaml", "version": "1"}, {"name": "b", "version": "2"}]}' \
        '{"packages": [{"name": "ruamel_yaml", "version": "1", "action": "installed"},
                       {"name": "c", "version": "1", "action": "satisfied"}]}'
    score
    [ "$status" = 1 ]
    figure 'packages: precision' '1 of 1'
    figure 'packages: recall' '1 of 2 MISSED'
}

@test "a parser without a document is told, and answers nothing" {
    entry '{"root_cause_class": "a.b", "root_line": 7}' '{}'
    rm 0.log.result
    score
    [ "$status" = 1 ]
    grep -q 'no document for' <<<"$output"
}

@test "it counts as the shared scorer does" {
    shared_or_skip tools/score-buildlog
    entry '{"root_cause_class": "a.b", "root_line": 7}' \
        '{"outcome": "failed", "failure": {"id": "a.c", "line": 5, "confidence": 0.8}, "secondary": [{"line": 7}]}'
    score --other "$SHARED/tools/score-buildlog"
    grep -q 'the shared scorer counts the same' <<<"$output"
    # One that counts otherwise is told.
    printf '#!/bin/sh\n"%s" "$@"\nsed -i "s/\\"fail_n\\": 1/\\"fail_n\\": 2/" "$2"\n' \
        "$SHARED/tools/score-buildlog" >other
    chmod +x other
    score --other ./other
    [ "$status" = 1 ]
    grep -q 'the scorers differ: own, outcome of failing logs' <<<"$output"
}
