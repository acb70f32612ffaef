# SPDX-License-Identifier: GPL-3.0-or-later
# What the tests of images that were made to do harm share (tests/lib/hostile-layer says how
# each is made): in bounded memory there is a document that tells what was not read, which is
# 76 with --strict, or one error.
# `timeout` is for what would not end; it is never what is measured.
# shellcheck shell=bash

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
}

# make NAME: image:t of the layer of that name.
make() {
    "$ROOT/tests/lib/hostile-layer" "$1" layer.tar
    "$ROOT/tests/lib/make-image" image t layer.tar >/dev/null
    rm -f layer.tar
}

# strict MIB [OPTION...]: analyses it with --strict into out.json within so much memory; status, and stderr in the file.
strict() {
    local most=$1
    shift
    status=0
    env time -f %M -o memory timeout 900 extract-packages --strict --format json=out.json "$@" oci:image:t 2>stderr || status=$?
    tail -n 1 memory
    # The sanitizers' own memory is no measure.
    [ "$CONFIG" != release ] || [ "$(tail -n 1 memory)" -lt $((most * 1024)) ]
    [ "$(grep -c $'[\e\a]' stderr)" = 0 ]
}

# warned REGEX...: 76, a whole document, and a warning like each of them in it.
warned() {
    local pattern
    cat stderr
    [ "$status" = 76 ]
    [ "$(wc -l <stderr)" = 1 ]
    grep -q 'not all was read (--strict)' stderr
    # The validator takes minutes for 100,000 packages.
    [ "$(stat -c %s out.json)" -gt 1000000 ] || validate out.json
    jq -r '.result.warnings[] | "\(.code) \(.path): \(.message)"' out.json >warnings
    for pattern; do
        grep -Eq -e "$pattern" warnings || {
            echo "no warning like '$pattern' in:" >&2
            head -n 20 warnings >&2
            return 1
        }
    done
}

# refused REGEX: 76, one such line, and nothing written.
refused() {
    cat stderr
    [ "$status" = 76 ]
    [ "$(wc -l <stderr)" = 1 ]
    grep -Eq -e "$1" stderr
    [ ! -e out.json ]
}

count() {
    jq ".result.$1 | length" out.json
}
