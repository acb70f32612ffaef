#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# thoth-storages 0.74.2 reads what store-results keeps on a real Ceph, and its graph takes the analyses.

load ../lib/helpers
load ../lib/ceph
load ../lib/postgres

setup_file() {
    if ! python=$("$ROOT/tests/lib/ensure-thoth"); then
        skip_all "$python"
        return
    fi
    export python
    postgres_up_or_skip
    ceph_up_or_skip
}

teardown_file() {
    ceph_down
    postgres_down
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    ceph_use
    postgres_use
    export THOTH_S3_ENDPOINT_URL=$AWS_ENDPOINT_URL THOTH_CEPH_BUCKET=lab THOTH_DEPLOYMENT_NAME=ocp
    export THOTH_CEPH_KEY_ID=$AWS_ACCESS_KEY_ID THOTH_CEPH_SECRET_KEY=$AWS_SECRET_ACCESS_KEY
    # Keys of its own for each test.
    export THOTH_CEPH_BUCKET_PREFIX=t$BATS_TEST_NUMBER
}

# os FOLDER ID VERSION: an operating system's root.
os() {
    mkdir -p "$1/etc"
    printf 'ID=%s\nVERSION_ID=%s\n' "$2" "$3" >"$1/etc/os-release"
}

deb_root() {
    os deb debian 12
    mkdir -p deb/var/lib/dpkg deb/usr/lib/python3/dist-packages/six-1.0.dist-info
    cat >deb/var/lib/dpkg/status <<'STATUS'
Package: libc6
Status: install ok installed
Architecture: amd64
Version: 2.36-9
Pre-Depends: a (>= 2), b | c
Depends: libgcc-s1, libcrypt1 (>= 1:4.4)
Replaces: d

Package: tar
Status: install ok installed
Architecture: amd64
Version: 1:1.34
Depends: libc6
STATUS
    printf 'Metadata-Version: 2.1\nName: six\nVersion: 1.0\n' >deb/usr/lib/python3/dist-packages/six-1.0.dist-info/METADATA
    echo 'x = 1' >deb/usr/lib/python3/dist-packages/six.py
}

apk_root() {
    os apk alpine 3.20.1
    mkdir -p apk/lib/apk/db
    printf 'C:Q1aaaaaaaaaaaaaaaaaaaaaaaaaaa=\nP:musl\nV:1.2.5-r0\nA:x86_64\nS:1\nI:1\nT:libc\nL:MIT\n\n' >apk/lib/apk/db/installed
}

rpm_root() {
    os rpm fedora 40
    mkdir -p rpm/var/lib/rpm
    "$ROOT/tests/lib/make-rpmdb" sqlite rpm/var/lib/rpm/rpmdb.sqlite tar-2:1.34-1.x86_64 bash-5.2-1.x86_64
}

# analyse NAME: the image of this tag, as NAME.json.
analyse() {
    extract-packages "oci:images:$1" -o "$1.json"
}

@test "all kinds are listed, loaded and accepted by its schema, and logs have its ids" {
    deb_root
    "$ROOT/tests/lib/make-image" images deb deb >/dev/null
    analyse deb
    printf 'caf\303\251 \033[31mred\033[0m \360\237\230\200 \177 TOKEN=abc\r\n' >log
    parse-buildlog "$TESTDATA/demo/build-failed.log" -o log.json
    observe-build --base-analysis deb.json --log-analysis log.json -o observation.json
    store-results --to s3://lab deb.json log.json observation.json --raw-log log \
        --raw-log "$TESTDATA/demo/build-failed.log" >receipts.json
    "$python" "$ROOT/tests/oracle/thoth-storages" load >loaded
    [ "$(cut -d' ' -f1 loaded | tr '\n' ' ')" = 'AnalysisResultsStore BuildLogsParsedResultsStore ObservationResultsStore BuildLogsStore BuildLogsStore AnalysisByDigest ' ]
    diff <(jq -r .result.document_id receipts.json | sort) <(head -n 5 loaded | cut -d' ' -f2 | sort)
}

@test "its graph takes an rpm, a deb, an apk and an empty image: as many rows as the documents have" {
    deb_root
    apk_root
    rpm_root
    for kind in deb apk rpm; do
        "$ROOT/tests/lib/make-image" images $kind $kind >/dev/null
        analyse $kind
    done
    "$ROOT/tests/lib/make-image" images empty >/dev/null
    analyse empty
    store-results --to s3://lab deb.json apk.json rpm.json empty.json >/dev/null
    "$python" "$ROOT/tests/oracle/thoth-storages" sync >rows
    [ "$(grep -c 'PackageExtractRun 1$' rows)" = 4 ]
    [ "$(grep -c 'FoundRPM 2$' rows) $(grep -c 'FoundDeb 2$' rows) $(grep -c 'Identified 1$' rows)" = '1 1 1' ]
    [ "$(grep -c 'DebDepends 3$' rows)" = 1 ]
}
