#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# The frame tests itself: what fails, dies or is skipped is counted as such.

load ../lib/helpers

setup() {
    tree=$BATS_TEST_TMPDIR/tree
    mkdir -p "$tree/tests/cli" "$tree/steps/speak" "$tree/build/bin" "$tree/tests/golden"
    cp -r "$ROOT/tests/run" "$ROOT/tests/lib" "$ROOT/tests/checks" "$tree/tests/"
    cp "$ROOT/tests/golden/run" "$ROOT/tests/golden/case.sh" "$tree/tests/golden/"
    # A step that speaks: status is its first argument, stdout the second, stderr the third.
    printf '#!/bin/sh\nprintf "%%s" "$2"\n[ -z "$3" ] || printf "%%b" "$3" >&2\nexit "$1"\n' >"$tree/build/bin/speak"
    chmod +x "$tree/build/bin/speak"
    unset BUILD BIN CONFIG
}

# program NAME SCRIPT: a unit program of the tree, as if it had been built.
program() {
    mkdir -p "$tree/tests/unit/area" "$tree/build/release/tests/unit/area"
    : >"$tree/tests/unit/area/test_$1.c"
    printf '#!/bin/sh\n%s\n' "$2" >"$tree/build/release/tests/unit/area/test_$1"
    chmod +x "$tree/build/release/tests/unit/area/test_$1"
}

# golden CASE ARGS: a case with these lines as arguments.
golden() {
    mkdir -p "$tree/tests/golden/speak/$1"
    printf '%s\n' "${@:2}" >"$tree/tests/golden/speak/$1/args"
}

# The last line that tests/run prints in the tree.
last_line() {
    run env -u BUILD -u BIN -u CONFIG "$tree/tests/run"
    echo "$output"
    line=${lines[-1]}
}

@test "all pass" {
    program good 'echo 1..2; echo "ok 1 - a"; echo "ok 2 - b"'
    last_line
    [ "$status" = 0 ] && [ "$line" = '2 passed, 0 failed' ]
}

@test "no test at all is a failure" {
    last_line
    [ "$status" != 0 ] && [ "$line" = '0 passed, 0 failed' ]
}

@test "a failing test is counted and its talk is shown" {
    program bad 'echo 1..2; echo "ok 1 - a"; echo "not ok 2 - b"; echo "# because"; exit 1'
    last_line
    [ "$status" != 0 ] && [ "$line" = '1 passed, 1 failed' ]
    [[ "$output" == *'# because'* ]]
}

@test "a crash, a broken plan, a bad exit and silence are failures" {
    program crash 'echo 1..2; echo "ok 1 - a"; kill -SEGV $$'
    program early 'echo 1..2; echo "ok 1 - a"'
    program leak 'echo 1..1; echo "ok 1 - a"; exit 99'
    program silent 'exit 0'
    last_line
    [ "$status" != 0 ] && [ "$line" = '3 passed, 4 failed' ]
}

@test "a source whose program was not built is a failure" {
    program gone 'exit 0'
    rm "$tree/build/release/tests/unit/area/test_gone"
    last_line
    [ "$status" != 0 ] && [ "$line" = '0 passed, 1 failed' ]
}

@test "skips are counted and told, in cmocka's form too" {
    program skips 'echo 1..3; echo "ok 1 - a"; echo "not ok 2 # SKIP b"; echo "ok 3 - c # SKIP no moon"'
    last_line
    [ "$status" = 0 ] && [ "$line" = '1 passed, 0 failed, 2 skipped' ]
    [[ "$output" == *'c: no moon'* ]]
}

@test "golden: status, stdout and placeholders" {
    golden a.d 0 'in @case@' ''
    echo -n 'in @case@' >"$tree/tests/golden/speak/a.d/expected.txt"
    golden b.d 3 '' 'speak: no\n'
    echo 3 >"$tree/tests/golden/speak/b.d/status"
    echo 'speak: no' >"$tree/tests/golden/speak/b.d/expected.stderr"
    last_line
    [ "$status" = 0 ] && [ "$line" = '2 passed, 0 failed, 1 skipped' ]
}

@test "golden: wrong status, wrong text, two-line error, nothing expected" {
    golden status.d 1 '' 'no\n'
    echo no >"$tree/tests/golden/speak/status.d/stderr.regex"
    golden text.d 0 x ''
    echo y >"$tree/tests/golden/speak/text.d/expected.txt"
    golden lines.d 2 '' 'one\ntwo\n'
    echo 2 >"$tree/tests/golden/speak/lines.d/status"
    echo one >"$tree/tests/golden/speak/lines.d/stderr.regex"
    golden nothing.d 0 '' ''
    last_line
    [ "$status" != 0 ] && [ "$line" = '0 passed, 4 failed, 1 skipped' ]
}

@test "golden: a document is compared by its result and must fit its schema" {
    golden good.d 0 '{"metadata": {}, "result": {"b": 1, "schema": {"kind": "word", "version": "1.0"}}}' ''
    echo '{"schema": {"version": "1.0", "kind": "word"}, "b": 1}' >"$tree/tests/golden/speak/good.d/expected.json"
    printf '{"properties": {"result": {"properties": {"b": {"type": "%s"}}}}}' integer \
        >"$tree/steps/speak/word.schema.json"
    last_line
    [ "$status" = 0 ] && [ "$line" = '2 passed, 0 failed' ]
    sed -i 's/integer/string/' "$tree/steps/speak/word.schema.json"
    last_line
    [ "$status" != 0 ] && [ "$line" = '1 passed, 1 failed' ]
    rm "$tree/steps/speak/word.schema.json"
    last_line
    [ "$status" != 0 ] && [ "$line" = '1 passed, 1 failed' ]
}

@test "golden: a known bug is no failure, and says so when it is fixed" {
    golden bug.b 0 x ''
    echo -n y >"$tree/tests/golden/speak/bug.b/expected.txt"
    last_line
    [ "$line" = '0 passed, 0 failed, 2 skipped' ]
    echo -n x >"$tree/tests/golden/speak/bug.b/expected.txt"
    last_line
    [[ "$output" == *FIXED* ]]
}

@test "golden: a case that needs what is not there is skipped with the reason" {
    golden far.d 0 x ''
    echo 'no-such-program-here' >"$tree/tests/golden/speak/far.d/needs"
    last_line
    [[ "$output" == *"needs the program 'no-such-program-here'"* ]]
}

@test "golden: --accept writes what is expected" {
    golden new.d 0 '{"metadata": {}, "result": {"a": 1}}' ''
    echo '{}' >"$tree/tests/golden/speak/new.d/expected.json"
    run "$tree/tests/golden/run" --accept speak/new
    [ "$(jq -c . "$tree/tests/golden/speak/new.d/expected.json")" = '{"a":1}' ]
}
