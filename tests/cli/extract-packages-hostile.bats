#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Images that were made to do harm (tests/lib/hostile-layer says how each is made): in bounded
# memory there is a document that tells what was not read, which is 76 with --strict, or one error.
# `timeout` is for what would not end; it is never what is measured.

load ../lib/helpers

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

@test "an archive within itself a hundred times" {
    shared_or_skip data/jars/nested_at_100.jar
    mkdir -p layer/opt
    cp "$SHARED/data/jars/nested_at_100.jar" layer/opt
    "$ROOT/tests/lib/make-image" image t layer >/dev/null
    strict 64
    warned 'too-deep /opt/nested_at_100.jar.*nested too deep'
}

@test "a database of 1 TB that is a hole, in three kinds of tar" {
    mkdir -p layer/var/lib/dpkg
    truncate -s 1T layer/var/lib/dpkg/status
    for format in 'gnu' 'posix --sparse-version=0.1' 'posix --sparse-version=1.0'; do
        # shellcheck disable=SC2086 # two words
        tar -C layer -cSf layer.tar --format=$format var
        "$ROOT/tests/lib/make-image" image t layer.tar >/dev/null
        strict 64
        warned 'too-large /var/lib/dpkg/status: has 1099511627776 bytes'
        [ "$(count packages)" = 0 ]
    done
}

@test "10 million packages in one database" {
    make ten_million_apks
    strict 512
    warned 'malformed /lib/apk/db/installed: line .*: more packages than are read of one database' \
        'malformed /lib/apk/db/installed: 9826908 more of these'
    [ "$(count packages)" = 65536 ]
}

@test "10 million packages in 50 files" {
    make ten_million_debs
    strict 3072
    warned 'too-many-packages /var/lib/dpkg/status.d/7: 200000 packages beyond the 200000'
    [ "$(count packages)" -gt 100000 ]
    [ "$(count packages)" -le 200000 ]
}

@test "rows that take more memory than there is" {
    make heavy_debs
    strict 4096
    warned 'too-many-packages null: the rows of all lists take more than 1073741824 bytes'
    [ "$(count packages)" -gt 1 ]
}

@test "a jar of a million members" {
    make million_members_of_a_jar
    strict 256
    warned 'too-large /a.jar: more than 1000000 members'
}

@test "a million whiteouts" {
    make million_whiteouts
    strict 256
    [ "$status" = 0 ]
    [ "$(jq '.result."python-files" | length' out.json)" = 1 ]
    make too_many_whiteouts
    rm out.json
    strict 256
    refused 'more than 1000000 whiteouts'
}

@test "paths of 10,000 components and names of 5,000 bytes" {
    make deep_paths
    strict 64
    warned 'name-not-read null: layer 0 has 2 members whose names are longer'
    # The one of 256 components.
    [ "$(jq '.result."python-files" | length' out.json)" = 1 ]
}

@test "links in circles, and to markers" {
    make links_to_nothing
    strict 64
    warned '/a.py: a hard link' '/b.py: a hard link' '/var/lib/dpkg/status: a hard link'
    [ "$(jq '.result."python-files" | length' out.json)" = 0 ]
}

@test "symbolic links that every path takes long to follow" {
    make long_links
    strict 256
    refused 'its symbolic links lead through more than 1073741824 bytes of names'
}

@test "whiteouts of the folder itself and of the one above" {
    make whiteouts_of_dots
    strict 64
    [ "$status" = 0 ]
    [ "$(jq -r '.result."python-files"[].filepath' out.json)" = /a/x.py ]
}

@test "devices, pipes and links out of the image in the place of files" {
    make no_files
    strict 64
    [ "$status" = 0 ]
    [ "$(jq -r '.result."operating-system".id' out.json)" = linux ]
    [ "$(count packages)" = 0 ]
    [ "$(jq -r '.result."python-files" | map(.filepath) | join(" ")' out.json)" = "/b.py /c.py" ]
}

@test "names that lead out of the image stay in it" {
    make odd_names
    strict 64
    [ "$(jq -r '.result."python-files" | map(.filepath) | join(" ")' out.json)" = "/a.py /z.py" ]
}

@test "control characters, ends of lines and bytes that are no text" {
    make bad_text
    strict 64 --format table=out.txt
    warned '/var/lib/dpkg/status: line 1' 'METADATA: a Python distribution without a Name' 'jar: no zip archive'
    [ "$(tr -d '\n' <out.txt | LC_ALL=C grep -c '[[:cntrl:]]')" = 0 ]
    iconv -f utf-8 -t utf-8 out.txt >/dev/null
    # A row a line, whatever is in a name.
    [ "$(wc -l <out.txt)" = $((1 + $(count packages) + $(count warnings))) ]
}

@test "JSON that nests 4 million deep" {
    make brackets
    strict 128
    warned 'package.json nests deeper' 'deps.json nests deeper' 'SBOM nests deeper' 'conda-meta/a.json'
}

@test "JSON that takes 80 times its size in memory" {
    make objects
    strict 128
    warned '/0.deps.json: deps.json would take more than' '/7.deps.json'
}

@test "a name of 100 MB" {
    make long_name
    strict 256
    warned 'status: line 1: a name, version or architecture that is too long' 'METADATA: a Name of 10485760 bytes'
}

@test "headers of members that state what cannot be" {
    for name in size_too_large_for_a_number header_too_large name_too_large; do
        make $name
        strict 64
        refused 'is not a readable tar archive|more than .* bytes of headers'
    done
}

@test "rpm headers with absurd counts" {
    make absurd_rpm_headers
    strict 64
    warned 'rpmdb.sqlite: a package whose header is damaged' 'rpmdb.sqlite: a package without a name'
    [ "$(jq -r '.result.rpm | join(" ")' out.json)" = "bash-1-2.(none)" ] ||
        [ "$(count packages)" = 1 ]
    [ "$(count warnings)" = 7 ]
}

@test "SQLite databases that would run something" {
    make sqlite_that_runs
    strict 64
    warned '/var/lib/rpm/rpmdb.sqlite: SQLite says' '/usr/lib/sysimage/rpm/rpmdb.sqlite: SQLite says: no such module' \
        '/usr/share/rpm/rpmdb.sqlite: SQLite says'
}

@test "damaged SQLite databases" {
    make damaged_sqlite
    strict 64
    warned '/var/lib/rpm/rpmdb.sqlite: SQLite says' '/usr/share/rpm/rpmdb.sqlite: SQLite says' \
        '/var/lib/rpm/Packages: SQLite says'
    [ "$(count packages)" = 0 ]
}
