#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What dpkg and Python themselves say of a database is what extract-packages lists.

# ROOT, SHARED: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

# image FOLDER: the document of an image whose one layer is this folder.
image() {
    "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$1" >/dev/null
    extract-packages "oci:$BATS_TEST_TMPDIR/image" >"$BATS_TEST_TMPDIR/document"
}

# same_as_dpkg STATUS [UPDATE...]: names (with :arch where dpkg has it), versions and architectures.
same_as_dpkg() {
    local root=$BATS_TEST_TMPDIR/root
    mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates"
    cp "$1" "$root/var/lib/dpkg/status"
    shift
    [ $# = 0 ] || cp "$@" "$root/var/lib/dpkg/updates"
    dpkg-query --admindir="$root/var/lib/dpkg" -W \
        -f '${db:Status-Status} ${binary:Package} ${Version} ${Architecture} ${source:Package} ${source:Version}\n' |
        sed -n 's/^\(installed\|unpacked\|half-configured\|triggers-[a-z]*\) //p' | sort >"$BATS_TEST_TMPDIR/expected"
    image "$root"
    jq -r '.result | [.deb, .["deb-dependencies"], [.packages[] | {key: "\(.name) \(.version) \(.arch)", value: .source_package}]] as [$deb, $dependencies, $packages] |
        ($packages | from_entries) as $sources | range($deb | length) | $deb[.] as $d |
        $sources["\($dependencies[.].name) \($d.version) \($d.arch)"] as $s |
        "\($d.name) \($d.version) \($d.arch) \($s.name) \($s.version)"' \
        "$BATS_TEST_TMPDIR/document" | sort >"$BATS_TEST_TMPDIR/actual"
    [ -s "$BATS_TEST_TMPDIR/expected" ]
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

# dpkg calls another architecture than the machine's own foreign.
amd64_or_skip() {
    program_or_skip dpkg-query
    [ "$(dpkg --print-architecture)" = amd64 ] || skip 'the databases are of amd64'
}

@test "dpkg: the texlive database" {
    amd64_or_skip
    shared_or_skip data/dpkg
    same_as_dpkg "$SHARED/data/dpkg/texlive.status"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/actual")" = 357 ]
}

@test "dpkg: the small databases" {
    amd64_or_skip
    shared_or_skip data/dpkg
    for name in postgresql.status debian-only.status scalibr-edge-cases/valid scalibr-edge-cases/single; do
        same_as_dpkg "$SHARED/data/dpkg/$name"
    done
}

@test "dpkg: the database of this machine" {
    program_or_skip dpkg-query
    [ -s /var/lib/dpkg/status ] || skip 'this machine has no dpkg database'
    same_as_dpkg /var/lib/dpkg/status
}

# stanza NAME WANT STATE VERSION: of a status file; dpkg wants a version of what has configuration files.
stanza() {
    printf 'Package: %s\nStatus: %s %s\nMaintainer: A <a@registry.example>\nArchitecture: amd64\n%s' "$1" "$2" "$3" \
        "${4:+Version: $4
}"
    case $3 in
    config-files) printf 'Config-Version: %s\nConffiles:\n /etc/%s.conf d41d8cd98f00b204e9800998ecf8427e\n' "$4" "$1" ;;
    half-configured) printf 'Config-Version: 0.9\nConffiles:\n /etc/%s.conf newconffile\n /etc/old 0123456789 obsolete\n' "$1" ;;
    triggers-awaited) printf 'Triggers-Awaited: waits-for\n' ;;
    triggers-pending) printf 'Triggers-Pending: /usr/share/man\n' ;;
    esac
    printf 'Description: %s\n one more line\n\n' "$1"
}

@test "dpkg: every state, and updates that were not written into the status" {
    amd64_or_skip
    cd "$BATS_TEST_TMPDIR"
    for state in not-installed config-files half-installed unpacked half-configured \
        triggers-awaited triggers-pending installed; do
        version=1:2-3
        [ "$state" != not-installed ] || version=
        for want in 'install ok' 'hold ok' 'deinstall ok' 'purge ok' 'install reinstreq'; do
            case "$want $state" in
            *reinstreq*installed | *reinstreq*config-files | *reinstreq*triggers* | *reinstreq*not-*) ;;
            *) stanza "$(tr ' ' - <<<"$state-$want")" "$want" "$state" "$version" ;;
            esac
        done
    done >states
    stanza waits-for 'install ok' triggers-pending 1 >>states
    same_as_dpkg states
    # Five states of four or five, and what is waited for.
    [ "$(wc -l <"$BATS_TEST_TMPDIR/actual")" = 23 ]
    cp actual before

    stanza installed-install-ok 'install ok' installed 1:2-4 >./0000
    stanza installed-hold-ok 'deinstall ok' config-files 1:2-3 >./0001
    stanza not-installed-install-ok 'install ok' unpacked 5 >./0002
    stanza installed-install-ok 'install ok' half-configured 1:2-5 >./0003
    stanza installed-purge-ok 'purge ok' not-installed '' >tmp.i
    same_as_dpkg states 0000 0001 0002 0003 tmp.i
    # One has another version, one is gone, one is new.
    diff before actual >changes || true
    [ "$(grep -c '^[<>]' changes)" = 4 ]
}

# A layer with this machine's databases of dpkg and apt.
this_machine() {
    local root=$BATS_TEST_TMPDIR/root
    program_or_skip dpkg-query
    [ -s /var/lib/dpkg/status ] || skip 'this machine has no dpkg database'
    mkdir -p "$root/var/lib/dpkg"
    cp -r /var/lib/dpkg/status /var/lib/dpkg/info "$root/var/lib/dpkg"
    if [ -e /var/lib/apt/extended_states ]; then
        mkdir -p "$root/var/lib/apt"
        cp /var/lib/apt/extended_states "$root/var/lib/apt"
    fi
}

same() {
    sort -o "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/expected"
    sort -o "$BATS_TEST_TMPDIR/actual" "$BATS_TEST_TMPDIR/actual"
    [ -s "$BATS_TEST_TMPDIR/expected" ]
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

@test "dpkg: what this machine's packages need, provide and replace" {
    this_machine
    image "$BATS_TEST_TMPDIR/root"
    dpkg-query -W -f '${db:Status-Status}\t${Package} ${Architecture}\t${Pre-Depends}\t${Depends}\t${Provides}\t${Replaces}\n' |
        sed -n 's/^installed\t//p' | /usr/bin/python3 -c '
import sys
for line in sys.stdin:
    name, before, needs, provides, replaces = line.rstrip("\n").split("\t")
    for word, fields in (("depends", [before, needs]), ("provides", [provides]), ("replaces", [replaces])):
        for relation in ", ".join(filter(None, fields)).split(", "):
            if relation:
                print(name, word, " ".join(relation.split()))' >"$BATS_TEST_TMPDIR/expected"
    jq -r '.result.packages[] | select(.type == "deb") | "\(.name) \(.arch)" as $name |
        (.depends[] | "\($name) depends \(.)"), (.provides[] | "\($name) provides \(.)"),
        (.replaces[] | "\($name) replaces \(.)")' "$BATS_TEST_TMPDIR/document" >"$BATS_TEST_TMPDIR/actual"
    same
}

@test "apt: what was asked for on this machine" {
    this_machine
    program_or_skip apt-mark
    [ -s /var/lib/apt/extended_states ] || skip 'apt installed nothing on this machine'
    image "$BATS_TEST_TMPDIR/root"
    apt-mark showmanual | sed 's/:.*//' >"$BATS_TEST_TMPDIR/expected"
    jq -r '.result.packages[] | select(.type == "deb" and .requested).name' "$BATS_TEST_TMPDIR/document" >"$BATS_TEST_TMPDIR/actual"
    same
    apt-mark showauto | sed 's/:.*//' >"$BATS_TEST_TMPDIR/expected"
    jq -r '.result.packages[] | select(.type == "deb" and .requested == false).name' "$BATS_TEST_TMPDIR/document" >"$BATS_TEST_TMPDIR/actual"
    same
}

# At their places: what dpkg says it brought has that owner, what is not dpkg's has none.
@test "dpkg: the owners of Python distributions, jars and gems" {
    this_machine
    local root=$BATS_TEST_TMPDIR/root file
    (find /usr/lib/python3/dist-packages /usr/local/lib/python3*/dist-packages -name METADATA -o -name PKG-INFO
        find /usr/share/java /usr/share/rubygems-integration -name '*.jar' -type f -o -name '*.gemspec' -type f
    ) 2>/dev/null | head -n 400 >"$BATS_TEST_TMPDIR/files"
    while read -r file; do
        cp --parents "$file" "$root"
    done <"$BATS_TEST_TMPDIR/files"
    mkdir -p "$root/opt"
    printf 'Name: nobodys\nVersion: 1\n' >"$root/opt/nobodys.egg-info"
    image "$root"
    jq -r '.result.packages[] | select(.type == ("pypi", "maven", "gem")) | .location | sub("!.*"; "")' \
        "$BATS_TEST_TMPDIR/document" | sort -u >"$BATS_TEST_TMPDIR/locations"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/locations")" -ge 2 ] || skip 'this machine has no such packages'
    while read -r file; do
        echo "$file $(dpkg-query -S "$file" 2>/dev/null | head -n 1 | sed 's/[:,].*//')"
    done <"$BATS_TEST_TMPDIR/locations" >"$BATS_TEST_TMPDIR/expected"
    jq -r '.result.packages[] | select(.type == ("pypi", "maven", "gem")) |
        "\(.location | sub("!.*"; "")) \(.owner // "")"' "$BATS_TEST_TMPDIR/document" | sort -u >"$BATS_TEST_TMPDIR/actual"
    same
}

# same_as_python FOLDER: what importlib.metadata finds in the folder, once packed as a layer.
same_as_python() {
    /usr/bin/python3 - "$1" <<'PYTHON' | sort >"$BATS_TEST_TMPDIR/expected"
import importlib.metadata, json, sys
for d in importlib.metadata.distributions(path=[sys.argv[1]]):
    if d.metadata["Name"] and d.metadata["Version"]:
        requires = [" ".join(r.split()) for r in d.requires or []]
        installer = (d.read_text("INSTALLER") or "").strip() or None
        print(json.dumps([d.metadata["Name"], d.metadata["Version"], installer, requires]))
PYTHON
    image "$2"
    jq -r '.result.packages[] | select(.type == "pypi") | [.name, .version, .installer, .depends]' \
        "$BATS_TEST_TMPDIR/document" | jq -c . | /usr/bin/python3 -c '
import json, sys
for line in sys.stdin:
    print(json.dumps(json.loads(line)))' | sort >"$BATS_TEST_TMPDIR/actual"
    [ -s "$BATS_TEST_TMPDIR/expected" ]
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

@test "python: the distributions of this machine" {
    program_or_skip /usr/bin/python3
    local site=$BATS_TEST_TMPDIR/root/usr/lib/python3/dist-packages
    mkdir -p "$site"
    for info in /usr/lib/python3/dist-packages/*-info; do
        [ ! -e "$info" ] || cp -r "$info" "$site"
    done
    compgen -G "$site/*" >/dev/null || skip 'this machine has no Python distributions'
    same_as_python "$site" "$BATS_TEST_TMPDIR/root"
}

@test "python: click and pip" {
    program_or_skip /usr/bin/python3
    shared_or_skip data/python
    local site=$BATS_TEST_TMPDIR/root/site-packages
    mkdir -p "$site"
    cp -r "$SHARED"/data/python/pip-20.2.2.dist-info \
        "$SHARED"/data/python/click-site-packages/codebase/lib/python3.9/site-packages/* "$site"
    chmod -R u+w "$site"
    same_as_python "$site" "$BATS_TEST_TMPDIR/root"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/actual")" = 2 ]
}

@test "python: names and versions of what pip lists" {
    /usr/bin/python3 -m pip --version >/dev/null 2>&1 || skip "needs the package python3-pip"
    shared_or_skip data/python
    local site=$BATS_TEST_TMPDIR/root/site-packages
    mkdir -p "$site"
    cp -r "$SHARED/data/python/pip-20.2.2.dist-info" "$SHARED/data/python/edge-cases/site-packages/partial.dist-info" "$site"
    chmod -R u+w "$site"
    /usr/bin/python3 -m pip --disable-pip-version-check list --path "$site" --format json |
        jq -c 'map([.name, .version]) | sort' >"$BATS_TEST_TMPDIR/expected"
    image "$BATS_TEST_TMPDIR/root"
    jq -c '.result["python-packages"] | map([.package_name, .package_version]) | sort' \
        "$BATS_TEST_TMPDIR/document" >"$BATS_TEST_TMPDIR/actual"
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}
