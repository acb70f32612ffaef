# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# One golden case: run it, compare, report one TAP line.  Sourced by tests/golden/run, which
# sets CASE (the folder), number, failures and scratch.

: "${number:=0}" "${failures:=0}" "${accept:=no}" "${scratch:=}"

comment() { sed 's/^/# /'; }

# report OK|NOT-OK TEXT
report() {
    [ "$1" = ok ] || failures=$((failures + 1))
    printf '%s %d - %s\n' "$1" "$number" "$2"
}

# What differs from machine to machine gets its placeholder back; the longer paths first.
mask_paths() {
    local edits=(-e "s|$CASE|@case@|g" -e "s|$TESTDATA|@testdata@|g" -e "s|$SHARED|@shared@|g"
        -e "s|$work|@tmp@|g" -e "s|$BIN|@bin@|g" -e "s|$ROOT|@root@|g")
    sed "${edits[@]}" "$1" >"$1.masked"
}

# The reason to skip this case, or nothing.
skip_reason() {
    [ -e "$CASE/needs" ] || return 0
    local words
    read -r -d '' -a words <"$CASE/needs" || true
    for word in "${words[@]}"; do
        case $word in
        shared) [ -d "$SHARED" ] || echo "needs the shared inputs (BUILD_ANALYSIS_SHARED)" ;;
        root) [ "$(id -u)" = 0 ] || echo "needs root" ;;
        *) command -v "$word" >/dev/null || echo "needs the program '$word'" ;;
        esac
    done | head -n 1
}

# Run the case in the empty folder $work; stdout, stderr and status go to $result.
execute() {
    local input=/dev/null arguments=()
    [ ! -e "$CASE/stdin" ] || input=$CASE/stdin
    if [ -e "$CASE/cmd" ]; then
        set -- sh "$CASE/cmd"
    else
        mapfile -t arguments < <(sed -e "s|@shared@|$SHARED|g" -e "s|@case@|$CASE|g" \
            -e "s|@bin@|$BIN|g" -e "s|@testdata@|$TESTDATA|g" -e "s|@tmp@|$work|g" "$CASE/args")
        set -- "$BIN/$step" "${arguments[@]}"
    fi
    local status=0
    (
        cd "$work"
        export CASE PATH="$BIN:$ROOT/workflows:$PATH" HOME=$work XDG_CACHE_HOME=$work/.cache TMPDIR=$work
        exec timeout -k 5 "${CASE_TIMEOUT:-120}" "$@"
    ) <"$input" >"$result/stdout" 2>"$result/stderr" || status=$?
    echo "$status" >"$result/status"
}

# same WHAT EXPECTED-FILE ACTUAL-FILE: a diff is left in $result/why.
same() {
    diff -u --label "expected $1" --label "actual $1" "$2" "$3" >>"$result/why" 2>&1
}

check_status() {
    local expected=0
    [ ! -e "$CASE/status" ] || expected=$(cat "$CASE/status")
    [ "$(cat "$result/status")" = "$expected" ] && return 0
    echo "status $(cat "$result/status"), expected $expected" >>"$result/why"
    return 1
}

check_json() {
    [ -e "$CASE/expected.json" ] || return 0
    local filter=.result
    [ ! -e "$CASE/filter" ] || filter=$(cat "$CASE/filter")
    if ! jq -S "$filter" "$result/stdout.masked" >"$result/actual.json" 2>>"$result/why"; then
        echo "stdout is not JSON, or the filter fails on it" >>"$result/why"
        return 1
    fi
    [ "$accept" = no ] || cp "$result/actual.json" "$CASE/expected.json"
    jq -S . "$CASE/expected.json" >"$result/expected.json" 2>>"$result/why" || return 1
    same stdout "$result/expected.json" "$result/actual.json"
}

check_text() {
    [ -e "$CASE/expected.txt" ] || return 0
    [ "$accept" = no ] || cp "$result/stdout.masked" "$CASE/expected.txt"
    same stdout "$CASE/expected.txt" "$result/stdout.masked"
}

# An error is one line; what it must say is in expected.stderr or stderr.regex.
check_stderr() {
    local good=0 regex
    if [ "$(cat "$result/status")" != 0 ] && [ ! -e "$CASE/cmd" ] &&
        [ "$(wc -l <"$result/stderr")" != 1 ]; then
        echo "an error is one line; stderr has $(wc -l <"$result/stderr")" >>"$result/why"
        good=1
    fi
    if [ -e "$CASE/expected.stderr" ]; then
        [ "$accept" = no ] || cp "$result/stderr.masked" "$CASE/expected.stderr"
        same stderr "$CASE/expected.stderr" "$result/stderr.masked" || good=1
    fi
    [ -e "$CASE/stderr.regex" ] || return $good
    while IFS= read -r regex; do
        grep -Eq -e "$regex" "$result/stderr.masked" && continue
        echo "stderr has no line like: $regex" >>"$result/why"
        good=1
    done <"$CASE/stderr.regex"
    return $good
}

# Everything that says what is expected is looked at, so that one run shows all.
check_case() {
    local good=0
    : >"$result/why"
    mask_paths "$result/stdout"
    mask_paths "$result/stderr"
    if ! compgen -G "$CASE/*expected*" >/dev/null && [ ! -e "$CASE/stderr.regex" ]; then
        echo "the case expects nothing: give it an expected.json, expected.txt or stderr.regex" >>"$result/why"
        good=1
    fi
    check_status || good=1
    check_json || good=1
    check_text || good=1
    check_stderr || good=1
    return $good
}

# Documents (an envelope, not some other JSON) are kept for the schemas.
keep_documents() {
    jq -e -s 'length > 0 and all(type == "object" and has("metadata") and has("result"))' \
        "$result/stdout" >/dev/null 2>&1 || return 0
    mkdir -p "$scratch/documents/$step"
    cp "$result/stdout" "$scratch/documents/$step/$(basename "$CASE")"
}

explain() {
    head -n 40 "$result/why" | comment
    [ ! -s "$result/stderr" ] || { echo '# stderr:' && head -n 10 "$result/stderr" | comment; }
}

# run_case ACCEPT
run_case() {
    step=$(basename "$(dirname "$CASE")")
    local name known_bug='' reason
    name=$step/$(basename "${CASE%.[db]}")
    case $CASE in *.b) known_bug=" # TODO known bug" ;; esac
    reason=$(skip_reason)
    if [ -n "$reason" ]; then
        report ok "$name # SKIP $reason"
        return 0
    fi
    result=$scratch/result
    work=$scratch/work
    rm -rf "$result" "$work"
    mkdir "$result" "$work"
    execute
    if check_case; then
        report ok "$name$known_bug"
        [ -z "$known_bug" ] || echo "# FIXED: rename $name.b to $name.d"
    elif [ -n "$known_bug" ]; then
        printf 'not ok %d - %s%s\n' "$number" "$name" "$known_bug"
    else
        report 'not ok' "$name"
        explain
    fi
    keep_documents
}
