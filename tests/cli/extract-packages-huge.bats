#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Images that were made to do harm by their size: millions of packages, members, whiteouts.

load ../lib/helpers
load ../lib/hostile

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
