#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What rpm itself lists of a database is what extract-packages lists.

# ROOT, SHARED: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

# ask FOLDER: what rpm says of the database there, on a copy: it may write locks.
ask() {
    rm -rf "$BATS_TEST_TMPDIR/copy"
    cp -r "$1" "$BATS_TEST_TMPDIR/copy"
    chmod -R u+w "$BATS_TEST_TMPDIR/copy"
    rpm --dbpath "$BATS_TEST_TMPDIR/copy" -qa --qf "$2" 2>"$BATS_TEST_TMPDIR/rpm.stderr" | sort
}

# same FILE NAME QUERYFORMAT FILTER: rpm's answer and what jq makes of the document.
same() {
    ask "$1" "$2" >"$BATS_TEST_TMPDIR/expected"
    jq -r "$3" "$BATS_TEST_TMPDIR/document" | sort >"$BATS_TEST_TMPDIR/actual"
    [ -s "$BATS_TEST_TMPDIR/expected" ]
    diff "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual" | head -20
    cmp "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

# same_as_rpm FOLDER FILE: names, versions, licences, sources, relations and files of a database.
same_as_rpm() {
    local root=$BATS_TEST_TMPDIR/root
    rm -rf "$root"
    mkdir -p "$root/var/lib/rpm"
    cp "$1/$2" "$root/var/lib/rpm/$2"
    "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$root" >/dev/null
    extract-packages "oci:$BATS_TEST_TMPDIR/image" >"$BATS_TEST_TMPDIR/document"
    [ "$(jq -c .result.warnings "$BATS_TEST_TMPDIR/document")" = '[]' ]
    # rpm claims the database as a ghost.
    [ "$(jq -c '[.result.packages[].owner] | unique' "$BATS_TEST_TMPDIR/document")" = '[null]' ]
    same "$1" '%{NVRA}\n' '.result.rpm[]'
    same "$1" '%{NAME} %|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE} %{ARCH} %{LICENSE} %{VENDOR} %{SOURCERPM}\n' \
        '(.result.packages[] | "\(.name) \(.version) \(.arch) \(.licenses[0]) \(.origin.vendor // "(none)") \(.source_package | "\(.name)-\(.version)").src.rpm"),
         (.result.rpm[] | select(startswith("gpg-pubkey")) | capture("pubkey-(?<v>.*)").v | "gpg-pubkey \(.) (none) pubkey (none) (none)")'
    same "$1" '[%{=NAME}-%{=VERSION} %{REQUIRENEVRS}\n]' \
        '.result."rpm-dependencies"[] | "\(.name)-\(.version) \(.dependencies[])"'
    same "$1" '[%{=NAME} %{OBSOLETENEVRS}\n]' '.result.packages[] | "\(.name) \(.replaces[])"'
    same "$1" '[%{=NAME} %{PROVIDENEVRS}\n]' \
        '(.result.packages[] | "\(.name) \(.provides[])")' 2>/dev/null ||
        # A key provides itself, and is no package.
        diff <(grep -v '^gpg-pubkey ' "$BATS_TEST_TMPDIR/expected") "$BATS_TEST_TMPDIR/actual"
}

@test "rpm: a whole Berkeley DB" {
    program_or_skip rpm
    shared_or_skip data/rpm
    mkdir "$BATS_TEST_TMPDIR/rhel"
    tar -C "$BATS_TEST_TMPDIR/rhel" --strip-components=4 -xJf "$SHARED/data/rpm/rhel8-var-lib-rpm.tar.xz" \
        rootfs/var/lib/rpm/Packages
    same_as_rpm "$BATS_TEST_TMPDIR/rhel" Packages
    [ "$(jq '.result.packages | length' "$BATS_TEST_TMPDIR/document")" = 99 ]
}

@test "rpm: Berkeley DB in either byte order, with pages of every size" {
    program_or_skip rpm
    program_or_skip db5.3_load
    shared_or_skip data/rpm
    local from=$BATS_TEST_TMPDIR/from
    mkdir "$from"
    tar -C "$from" --strip-components=4 -xJf "$SHARED/data/rpm/rhel8-var-lib-rpm.tar.xz" \
        rootfs/var/lib/rpm/Packages
    same_as_rpm "$from" Packages
    jq -S '.result | [.rpm, ."rpm-dependencies"] | map(sort)' "$BATS_TEST_TMPDIR/document" >"$BATS_TEST_TMPDIR/known"
    for size in 512 1024 2048 4096 8192 16384 32768 65536; do
        for order in 1234 4321; do
            rm -rf "$BATS_TEST_TMPDIR/other"
            mkdir -p "$BATS_TEST_TMPDIR/other/var/lib/rpm"
            db5.3_dump "$from/Packages" |
                sed "s/^db_pagesize=.*/db_pagesize=$size\ndb_lorder=$order/" |
                db5.3_load "$BATS_TEST_TMPDIR/other/var/lib/rpm/Packages"
            "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$BATS_TEST_TMPDIR/other" >/dev/null
            extract-packages "oci:$BATS_TEST_TMPDIR/image" >"$BATS_TEST_TMPDIR/document"
            [ "$(jq -c .result.warnings "$BATS_TEST_TMPDIR/document")" = '[]' ]
            jq -S '.result | [.rpm, ."rpm-dependencies"] | map(sort)' "$BATS_TEST_TMPDIR/document" |
                cmp - "$BATS_TEST_TMPDIR/known"
        done
    done
}

@test "rpm: SQLite, written with a log" {
    program_or_skip rpm
    shared_or_skip data/rpm
    mkdir "$BATS_TEST_TMPDIR/amazon"
    cp "$SHARED/data/rpm/amazonlinux2023.rpmdb.sqlite" "$BATS_TEST_TMPDIR/amazon/rpmdb.sqlite"
    same_as_rpm "$BATS_TEST_TMPDIR/amazon" rpmdb.sqlite
    [ "$(jq '.result.packages | length' "$BATS_TEST_TMPDIR/document")" = 102 ]
}

# Debian's rpm has no ndb: it is given the headers.
@test "rpm: ndb, its headers imported by rpmdb" {
    program_or_skip rpmdb
    shared_or_skip data/rpm
    mkdir -p "$BATS_TEST_TMPDIR/sle/db" "$BATS_TEST_TMPDIR/root/var/lib/rpm"
    "$ROOT/tests/lib/make-rpmdb" export "$SHARED/data/rpm/sle15-bci.Packages.db" "$BATS_TEST_TMPDIR/headers"
    rpmdb --dbpath "$BATS_TEST_TMPDIR/sle/db" --initdb
    rpmdb --dbpath "$BATS_TEST_TMPDIR/sle/db" --importdb <"$BATS_TEST_TMPDIR/headers"
    cp "$SHARED/data/rpm/sle15-bci.Packages.db" "$BATS_TEST_TMPDIR/root/var/lib/rpm/Packages.db"
    "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$BATS_TEST_TMPDIR/root" >/dev/null
    extract-packages "oci:$BATS_TEST_TMPDIR/image" >"$BATS_TEST_TMPDIR/document"
    same "$BATS_TEST_TMPDIR/sle/db" '%{NVRA} %{LICENSE} %{SOURCERPM}\n' \
        '.result | [.rpm, .packages] as [$rpm, $packages] | $packages[] |
         "\(.name)-\(.version | sub("^[0-9]+:"; "")).\(.arch) \(.licenses[0]) \(.source_package | "\(.name)-\(.version)").src.rpm"'
    [ "$(jq '.result.packages | length' "$BATS_TEST_TMPDIR/document")" = 35 ]
    same "$BATS_TEST_TMPDIR/sle/db" '[%{=NAME} %{REQUIRENEVRS}\n]' \
        '.result."rpm-dependencies"[] | "\(.name) \(.dependencies[])"'
}

# Distributions that rpm says a package brought, put at their places, show that owner.
@test "rpm: owners of files" {
    program_or_skip rpm
    shared_or_skip data/rpm
    local root=$BATS_TEST_TMPDIR/root folder=$BATS_TEST_TMPDIR/db
    mkdir -p "$root/var/lib/rpm" "$folder"
    cp "$SHARED/data/rpm/amazonlinux2023.rpmdb.sqlite" "$root/var/lib/rpm/rpmdb.sqlite"
    cp "$root/var/lib/rpm/rpmdb.sqlite" "$folder"
    rpm --dbpath "$folder" -qa --qf '[%{=NAME} %{FILENAMES}\n]' 2>/dev/null |
        grep -E 'egg-info(/PKG-INFO)?$' >"$BATS_TEST_TMPDIR/all"
    # Folders are in the list too, before what they hold.
    awk '{ if (line && index($2, path "/") != 1) print line; line = $0; path = $2 }
         END { print line }' "$BATS_TEST_TMPDIR/all" >"$BATS_TEST_TMPDIR/files"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/files")" -ge 3 ]
    while read -r _ path; do
        mkdir -p "$root${path%/*}"
        printf 'Metadata-Version: 1.1\nName: x\nVersion: 1\n' >"$root$path"
    done <"$BATS_TEST_TMPDIR/files"
    "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$root" >/dev/null
    extract-packages "oci:$BATS_TEST_TMPDIR/image" >"$BATS_TEST_TMPDIR/document"
    jq -r '.result.packages[] | select(.type == "pypi") | "\(.owner) \(.location)"' \
        "$BATS_TEST_TMPDIR/document" | sort >"$BATS_TEST_TMPDIR/actual"
    sed 's|/PKG-INFO$||' "$BATS_TEST_TMPDIR/files" | sort | diff - "$BATS_TEST_TMPDIR/actual"
}

@test "rpm: of two formats in one folder the one that rpm reads" {
    program_or_skip rpm
    shared_or_skip data/rpm
    local root=$BATS_TEST_TMPDIR/root
    mkdir -p "$root/var/lib/rpm"
    tar -C "$root/var/lib/rpm" --strip-components=4 -xJf "$SHARED/data/rpm/rhel8-var-lib-rpm.tar.xz" \
        rootfs/var/lib/rpm/Packages
    cp "$SHARED/data/rpm/amazonlinux2023.rpmdb.sqlite" "$root/var/lib/rpm/rpmdb.sqlite"
    "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$root" >/dev/null
    extract-packages "oci:$BATS_TEST_TMPDIR/image" >"$BATS_TEST_TMPDIR/document"
    same "$root/var/lib/rpm" '%{NVRA}\n' '.result.rpm[]'
    [ "$(jq '.result.packages | length' "$BATS_TEST_TMPDIR/document")" = 102 ]
    [ "$(jq -r '.result.warnings[] | "\(.code) \(.path)"' "$BATS_TEST_TMPDIR/document")" = \
        'older-database /var/lib/rpm/Packages' ]
}
