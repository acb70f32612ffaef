#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What file and modinfo say of a distribution's kernel is what extract-packages lists.

# ROOT: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

# fetch_kernel: a Debian kernel's package, taken apart in root, with what dpkg would know of it.
fetch_kernel() {
    local name
    cd "$BATS_TEST_TMPDIR" || return
    name=$(apt-cache depends linux-image-cloud-amd64 2>/dev/null |
        sed -n 's/^ *Depends: \(linux-image-[0-9].*\)/\1/p' | head -n 1)
    [ -n "$name" ] || skip 'apt knows no linux-image-cloud-amd64'
    apt-get -q download "$name" >apt.log 2>&1 || skip "apt-get cannot download $name"
    dpkg-deb -x "$name"_*.deb root
    mkdir -p root/var/lib/dpkg/info
    {
        dpkg-deb -f "$name"_*.deb Package Version Architecture
        echo 'Status: install ok installed'
    } >root/var/lib/dpkg/status
    dpkg-deb --fsys-tarfile "$name"_*.deb | tar -t | sed 's|^\.||; s|/$||' >"root/var/lib/dpkg/info/$name.list"
    release=${name#linux-image-}
}

@test "kernel: a distribution's, and all of its modules" {
    program_or_skip modinfo
    program_or_skip file
    program_or_skip dpkg-deb
    fetch_kernel
    "$ROOT/tests/lib/make-image" image latest root >/dev/null
    extract-packages oci:image >document
    validate document
    [ "$(jq -c .result.warnings document)" = '[]' ]

    version=$(file -b "root/boot/vmlinuz-$release" | sed -n 's/.*version \([^ ]*\) .*/\1/p')
    [ "$version" = "$release" ]
    [ "$(jq -r '.result.packages[] | select(.name == "linux-kernel") | "\(.version) \(.owner)"' document)" = \
        "$version linux-image-$release" ]

    # A line for each: file, name, version (the kernel's where there is none), sources, licence, needs.
    find root/lib/modules -name '*.ko' -exec modinfo {} + | awk -F ': +' '
        function flush() { if (f) print f, v["name"], (v["version"] ? v["version"] : v["vermagic"]), v["srcversion"], v["license"], v["depends"] }
        $1 == "filename" { flush(); split("", v); f = $2; sub(/^.*root\//, "/", f); next }
        $1 == "vermagic" { sub(/ .*/, "", $2) }
        /^[a-z]/ && !($1 in v) { v[$1] = $0; sub(/^[a-z]+: +/, "", v[$1]); if ($1 == "vermagic") v[$1] = $2 }
        END { flush() }' | sed 's/ *$//' | sort >expected
    [ "$(wc -l <expected)" -gt 500 ]
    jq -r '.result.packages[] | select(.origin.kernel) |
        "\(.location) \(.name) \(.version) \(.origin.srcversion // "") \(.licenses | join(" ")) \(.depends | join(","))"' \
        document | sed 's/ *$//' | sort >actual
    diff expected actual | head -20
    cmp expected actual
    [ "$(jq -c '[.result.packages[] | select(.origin.kernel) | .owner] | unique' document)" = \
        "[\"linux-image-$release\"]" ]
}
