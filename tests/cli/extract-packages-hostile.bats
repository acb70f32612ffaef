#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Images that were made to do harm by their form; extract-packages-huge.bats has those of mere size.

load ../lib/helpers
load ../lib/hostile

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
