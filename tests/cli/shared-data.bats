#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Rows of the shared data's table that are no golden case: what --strict says of damaged
# databases, and the keys shared with package-extract against documents that it wrote itself.

# ROOT, SHARED: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    mkdir layer
}

# strict CODE PATH: the layer is listed, with --strict it ends with 76 and this is the first warning.
strict() {
    "$ROOT/tests/lib/make-image" image latest layer >/dev/null
    run_split extract-packages -o plain.json oci:image
    expect 0
    run_split extract-packages --strict -o strict.json oci:image
    expect 76 "not all was read \\(--strict\\): [0-9]+ warnings? tells? of it, the first: $1: '$2'"
    # What was read is written all the same.
    [ "$(jq -cS .result strict.json)" = "$(jq -cS .result plain.json)" ]
}

@test "--strict: an rpm database without its table" {
    shared_or_skip data/rpm
    mkdir -p layer/var/lib/rpm
    cp "$SHARED/data/rpm/no-packages.sqlite" layer/var/lib/rpm/rpmdb.sqlite
    strict malformed /var/lib/rpm/rpmdb.sqlite
}

@test "--strict: an rpm header whose files lie in a folder that it does not have" {
    shared_or_skip data/rpm
    mkdir -p layer/var/lib/rpm
    "$ROOT/tests/lib/make-rpmdb" sqlite layer/var/lib/rpm/rpmdb.sqlite "@$SHARED/data/rpm/header-bad-dirindex.bin"
    strict malformed /var/lib/rpm/rpmdb.sqlite
}

@test "--strict: a malformed RECORD" {
    shared_or_skip data/python
    mkdir -p layer/usr/lib/python3/site-packages
    cp -r "$SHARED/data/python/edge-cases/site-packages/malformed-record" layer/usr/lib/python3/site-packages
    chmod -R u+w layer
    strict malformed /usr/lib/python3/site-packages/malformed-record/dist-info/RECORD
    [ "$(jq '.result.packages | length' strict.json)" = 1 ]
}

@test "--strict: jars inside of jars inside of jars" {
    shared_or_skip data/jars
    cp "$SHARED/data/jars/nested_at_100.jar" layer
    strict too-deep /nested_at_100.jar
}

@test "--strict: an apk database that is none" {
    shared_or_skip data/apk
    mkdir -p layer/lib/apk/db
    cp "$SHARED/data/apk/invalid" layer/lib/apk/db/installed
    strict malformed /lib/apk/db/installed
}

# An image like the one that package-extract read: this config, and what os-release told.
like() {
    theirs=$SHARED/data/package-extract/$1.json
    mkdir -p layer/etc
    jq -r '.result["operating-system"] | to_entries[] | "\(.key | ascii_upcase)=\"\(.value)\""' \
        "$theirs" >layer/etc/os-release
    "$ROOT/tests/lib/make-image" -c '{"created": null, "config": null}' image latest layer >/dev/null
    extract-packages oci:image >ours.json
}

# shared_keys FILE: what must be equal.  Left out is what tells of this very image (its layers' and
# its manifest's digests, its size), since it was made anew.  docs/documents.md tells of the rest:
# members of cuda-version are null rather than absent, Env is a list and Created a string, always,
# and Name is there.
shared_keys() {
    jq -S '.result | del(.packages, .image, .schema, .warnings, .history, .layer_files, .layers, .image_size)
        | ."skopeo-inspect" |= (del(.Layers, .Digest, .Name) | .Env //= [] | .Created //= "")
        | ."cuda-version" |= with_entries(select(.value))
        | ."system-symbols" |= map_values(sort)' "$1"
}

same_as_package_extract() {
    shared_keys "$theirs" >expected
    shared_keys ours.json >actual
    diff -u expected actual
    [ "$(jq -c '.result | keys' "$theirs")" = "$(jq -c '.result | del(.packages, .image, .schema, .warnings, .history, .layer_files) | keys' ours.json)" ]
}

@test "package-extract: RHEL 8" {
    shared_or_skip data/package-extract
    tar -C layer --strip-components=1 -xJf "$SHARED/data/rpm/rhel8-var-lib-rpm.tar.xz"
    like rhel8-rpm
    same_as_package_extract
    [ "$(jq '.result.rpm | length' ours.json)" = 101 ]
}

@test "package-extract: Amazon Linux 2023" {
    shared_or_skip data/package-extract
    mkdir -p layer/var/lib/rpm
    cp "$SHARED/data/rpm/amazonlinux2023.rpmdb.sqlite" layer/var/lib/rpm/rpmdb.sqlite
    like amazonlinux2023-rpm
    same_as_package_extract
    [ "$(jq '.result.rpm | length' ours.json)" = 103 ]
}

@test "package-extract: Alpine 3.11" {
    shared_or_skip data/package-extract
    theirs=$SHARED/data/package-extract/alpine-311.json
    fetch-image -q "docker-archive:$SHARED/data/images/alpine-311.tar.gz" | extract-packages >ours.json
    same_as_package_extract
    # What it had not, and a database that lists them.
    [ "$(jq '[.result.packages[] | select(.type == "apk")] | length' ours.json)" = 14 ]
}

# apk's format is lines: awk reads them in its own way.
@test "apk: every field of the databases" {
    shared_or_skip data/apk
    for name in installed single no-origin different-arch; do
        rm -rf layer
        mkdir -p layer/lib/apk/db
        cp "$SHARED/data/apk/$name" layer/lib/apk/db/installed
        "$ROOT/tests/lib/make-image" image latest layer >/dev/null
        extract-packages oci:image >ours.json
        # What begins with ! is a conflict.
        awk -F: '
            { rest = substr($0, 3); field[$1] = rest }
            NF == 0 || /^$/ { end() }
            END { end() }
            function end(    i, n, words) {
                if (field["P"] == "") return
                print field["P"], field["V"], field["A"], "licence", field["L"]
                if (field["o"] != "") print field["P"], "origin", field["o"]
                n = split(field["D"], words, " ")
                for (i = 1; i <= n; i++) if (words[i] !~ /^!/) print field["P"], "needs", words[i]
                n = split(field["p"], words, " ")
                for (i = 1; i <= n; i++) print field["P"], "provides", words[i]
                split("", field)
            }' "$SHARED/data/apk/$name" | sort >expected
        jq -r '.result.packages[] | .name as $name |
            "\($name) \(.version) \(.arch) licence \(.licenses[0])",
            (.source_package | select(.) | "\($name) origin \(.name)"),
            (.depends[] | "\($name) needs \(.)"), (.provides[] | "\($name) provides \(.)")' ours.json | sort >actual
        [ -s expected ]
        diff -u expected actual
    done
}
