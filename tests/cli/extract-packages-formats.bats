#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What extract-packages writes, and where to: --format and --output.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    image=oci:$TESTDATA/demo/images:output
    export SOURCE_DATE_EPOCH=1700000000
}

@test "several formats in one pass: each is as if it were alone" {
    extract-packages --format json "$image" >alone.json
    extract-packages --format table "$image" >alone.txt
    run_split extract-packages --verbose --format json=both.json --format table "$image"
    expect 0 "read 6 layers, 6 times in all"
    run_split extract-packages --format json=both.json --format table "$image"
    expect 0
    printf '%s\n' "$output" | cmp - alone.txt
    cmp both.json alone.json
    run_split extract-packages --format table=a.txt --format json=b.json --format json=c.json "$image"
    expect 0
    [ -z "$output" ]
    cmp a.txt alone.txt
    cmp b.json alone.json
    cmp c.json alone.json
}

@test "--output is for the format without a file" {
    run_split extract-packages --format json --format table=t.txt --output d.json "$image"
    expect 0
    [ -z "$output" ]
    validate d.json
    head -n 1 t.txt | grep -q '^NAME '
    run_split extract-packages --format json=d.json --output e.json "$image"
    expect 2 "nothing is left for --output 'e.json'"
    run_split extract-packages --format json --format table "$image"
    expect 2 "--format json and table both go to 'stdout': name a file, as 'table=FILE'"
    run_split extract-packages --format json --format table=- "$image"
    expect 2 "both go to 'stdout'"
    run_split extract-packages --format json=x --format table=x "$image"
    expect 2 "both go to 'x'"
    run_split extract-packages --format json --format table=x -o x "$image"
    expect 2 "both go to 'x'"
    [ ! -e x ]
}

@test "versions" {
    extract-packages --format json@1.2 "$image" >versioned.json
    validate versioned.json
    run_split extract-packages --format json@9 "$image"
    expect 2 "--format json is written in 1.2, not in version '9'"
    run_split extract-packages --format table@1=x "$image"
    expect 2 "--format table is written in no versions, not in version '1'"
    run_split extract-packages --format json@ "$image"
    expect 2 "not in version ''"
    run_split extract-packages --format json= "$image"
    expect 2 "--format 'json=' needs the name of a file after '='"
    run_split extract-packages --format '' "$image"
    expect 2 "--format takes json\|table.*, not ''"
}

@test "a file that cannot be written is 74, and then none is" {
    echo old >old.txt
    run_split extract-packages --format json=first.json --format table=nowhere/x "$image"
    expect 74 "cannot write 'nowhere/x'"
    [ ! -e first.json ]
    run_split extract-packages --format json=/dev/full --format table=old.txt "$image"
    expect 74 "cannot write '/dev/full'"
    [ "$(cat old.txt)" = old ]
    [ -z "$(find . -name '*.??????' ! -name '*.json' ! -name stdout ! -name stderr)" ]
}
