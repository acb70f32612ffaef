#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# extract-packages on the command line; its documents and refusals are in tests/golden/extract-packages.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    image=oci:$TESTDATA/demo/images:output
}

@test "--help and --version" {
    run_split extract-packages --help
    expect 0
    [[ $output == "Usage: extract-packages "* ]]
    [[ $output == *"--max-inflated"* ]]
    run_split extract-packages --version
    [[ $output == "extract-packages (build-analysis) "* ]]
}

@test "wrong options are 2 and name the way to help" {
    run_split extract-packages --nonsense
    expect 2 "unknown option '--nonsense'; see 'extract-packages --help'"
    run_split extract-packages -x
    expect 2 "unknown option '-x'"
    run_split extract-packages --jobs
    expect 2 "option '--jobs' needs a value"
    run_split extract-packages --jobs many "$image"
    expect 2 "--jobs takes a number, not 'many'"
    run_split extract-packages --format xml "$image"
    expect 2 "--format takes json\|table.*, not 'xml'"
    run_split extract-packages one two
    expect 2 "too many arguments"
    run_split extract-packages --document-id ../x "$image"
    expect 2 "'../x' is no document id"
}

@test "the environment stands in for options, and the command line wins" {
    BUILD_ANALYSIS_FORMAT=table run_split extract-packages "$image"
    [[ $output == "NAME "* ]]
    BUILD_ANALYSIS_FORMAT=table run_split extract-packages --format json "$image"
    [[ $output == "{"* ]]
    BUILD_ANALYSIS_JOBS=many run_split extract-packages "$image"
    expect 2 "environment: --jobs takes a number"
    THOTH_DOCUMENT_ID=package-extract-x run_split extract-packages --format json "$image"
    [ "$(jq -r .metadata.document_id <<<"$output")" = package-extract-x ]
}

@test "the image's name is NAME:TAG, without this machine's folders" {
    name_of() {
        extract-packages --format json "$@" | jq -r '.metadata.arguments."extract-image".image'
    }
    [ "$(name_of "$image")" = images:output ]
    [ "$(name_of --image-name alpine "$image")" = alpine:latest ]
    [ "$(name_of --image-name alpine:3.20 "$image")" = alpine:3.20 ]
    [ "$(name_of --image-name localhost:5000/a "$image")" = localhost:5000/a:latest ]
}

@test "what graph sync reads of the arguments makes another id" {
    id_of() {
        extract-packages --format json "$@" "$image" | jq -r .metadata.document_id
    }
    [ "$(id_of)" = "$(id_of --environment-type runtime)" ]
    [ "$(id_of)" != "$(id_of --environment-type buildtime)" ]
    [ "$(id_of)" != "$(id_of --image-name other:1)" ]
    [ "$(id_of)" != "$(id_of --origin https://example.org/r.git)" ]
}

@test "another platform than the image's is told" {
    run_split extract-packages --platform linux/s390x "$image"
    expect 66 "the image is for linux/amd64, not for linux/s390x"
}

@test "the same image gives the same document" {
    export SOURCE_DATE_EPOCH=1700000000
    extract-packages -o first.json "$image"
    extract-packages -o second.json --jobs 1 "$image"
    cmp first.json second.json
    validate first.json
}

@test "the number of threads changes no byte of any format" {
    # Layers of many sizes, of which the first to be done is not the first.
    for n in 1 2 3 4 5 6 7 8 9; do
        site=layers/$n/site/pkg$n-1.$n.dist-info
        mkdir -p "$site" layers/$n/node_modules/common layers/$n/opt
        printf 'Metadata-Version: 2.1\nName: pkg%s\nVersion: 1.%s\n' $n $n >"$site/METADATA"
        printf '{"name": "common", "version": "%s.0.0"}' $n >layers/$n/node_modules/common/package.json
        printf 'not JSON' >"layers/$n/opt/odd-$n.deps.json"
        seq $((200000 / n)) >layers/$n/opt/numbers
        [ $n = 1 ] || : >"layers/$n/site/.wh.pkg$((n - 1))-1.$((n - 1)).dist-info"
    done
    "$ROOT/tests/lib/make-image" many t layers/* >/dev/null
    for reference in "$image" oci:many:t; do
        for jobs in 1 2 8 8 8; do
            mkdir -p now
            run_split env SOURCE_DATE_EPOCH=1700000000 extract-packages --jobs $jobs --scope all-layers \
                --format json=now/json --format cyclonedx-json=now/cdx --format spdx-json=now/spdx \
                --format table=now/table "$reference"
            expect 0
            [ -d before ] || cp -r now before
            diff -r before now
        done
        [ "$(jq '.result.packages | length' before/json)" -gt 8 ]
        rm -r before now
    done
}

@test "no layer is read twice on an ordinary image" {
    run_split extract-packages --verbose -o out.json "$image"
    expect 0 "read 6 layers, 6 times in all"
}

@test "a full disk behind stdout is 74" {
    status=0
    extract-packages --format json "$image" >/dev/full 2>stderr || status=$?
    [ "$status" = 74 ]
    grep -q "cannot write 'stdout': No space left on device" stderr
    [ "$(wc -l <stderr)" = 1 ]
}

@test "a closed stdout is 74" {
    status=0
    extract-packages --format json "$image" >&- 2>stderr || status=$?
    [ "$status" = 74 ]
    [ "$(wc -l <stderr)" = 1 ]
}

@test "a reader that goes away ends it quietly" {
    extract-packages --format json "$image" 2>stderr | head -c 10 >/dev/null
    [ ! -s stderr ]
}

@test "--output is whole or not at all" {
    echo old >out.json
    run_split extract-packages -o out.json oci:nowhere
    expect 66 "cannot find 'nowhere'"
    [ "$(cat out.json)" = old ]
    run_split extract-packages -o nowhere/out.json "$image"
    expect 74 "cannot write 'nowhere/out.json'"
    [ "$(find . -name 'out.json*' | wc -l)" = 1 ]
}

@test "an unreadable file is told" {
    run_split extract-packages "$BATS_TEST_TMPDIR"
    expect 2 "is a folder: say of which kind"
    run_split extract-packages nowhere.json
    expect 66 "cannot open 'nowhere.json'"
}

@test "SIGTERM ends it with 143 and leaves nothing" {
    mkfifo image.json
    echo old >out.json
    start extract extract-packages -o out.json image.json
    # It reads once the pipe's other end can be opened, and nothing comes.
    exec 4>image.json
    pid=$(cat extract.pid)
    kill -TERM "$pid"
    status=0
    wait "$pid" || status=$?
    exec 4>&-
    [ "$status" = 143 ]
    [ "$(cat out.json)" = old ]
    [ "$(find . -name 'out.json*' | wc -l)" = 1 ]
}

# One file of 5 GiB of zeros in 5 MB of gzip: a member of 16 MiB, 320 times.
make_bomb() {
    /usr/bin/python3 - "$1" <<'EOF'
import gzip, sys, tarfile
info = tarfile.TarInfo("zeros")
info.size = 5 << 30
zeros = gzip.compress(bytes(16 << 20), 9)
with open(sys.argv[1], "wb") as bomb:
    bomb.write(gzip.compress(info.tobuf(tarfile.GNU_FORMAT)))
    for _ in range(320):
        bomb.write(zeros)
EOF
}

@test "a gzip bomb is refused in bounded memory" {
    # Named .tar, so that it is not inflated for a diff_id; what is inside is told by its magic.
    make_bomb bomb.tar
    "$ROOT/tests/lib/make-image" image t bomb.tar >/dev/null
    status=0
    env time -f %M -o memory extract-packages --format json oci:image:t >out 2>stderr || status=$?
    [ "$status" = 76 ]
    grep -q "inflates to more than 200 times its size and more than 4 GiB" stderr
    [ ! -s out ]
    # The sanitizers' own memory is no measure.
    [ "$CONFIG" != release ] || [ "$(tail -n 1 memory)" -lt 65536 ]
}

@test "errors as JSON" {
    run_split extract-packages --log-format json oci:nowhere
    [ "$status" = 66 ]
    jq -e '.level == "error" and .step == "extract-packages" and (.message | test("nowhere"))' "$BATS_TEST_TMPDIR/stderr"
}

@test "control characters of names do not reach the terminal" {
    run_split extract-packages $'oci:no\e[31mwhere\n'
    [ "$status" = 66 ]
    run grep -c $'\e' "$BATS_TEST_TMPDIR/stderr"
    [ "$output" = 0 ]
    [ "$(wc -l <"$BATS_TEST_TMPDIR/stderr")" = 1 ]
}

@test "the overlay equals what umoci unpacks" {
    program_or_skip umoci
    run "$ROOT/tests/oracle/overlay" 1 40
    echo "$output"
    [ "$status" = 0 ]
    [ "$(grep -c '^not ok' <<<"$output")" = 0 ]
    [ "$(grep -vc SKIP <<<"$output")" -gt 10 ]
}
