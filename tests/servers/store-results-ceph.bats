#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# store-results on a real Ceph whose gateway is killed, started and hung; boto3 reads all back.

# secrets are tests/lib/secrets.bash's.
# shellcheck disable=SC2154
load ../lib/helpers
load ../lib/ceph
load ../lib/secrets

setup_file() {
    if ! python=$("$ROOT/tests/lib/ensure-thoth"); then
        skip_all "$python"
        return
    fi
    export python
    ceph_up_or_skip
}

teardown_file() {
    ceph_down
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    ceph_use
    export BUILD_ANALYSIS_NO_VALIDATE=true
    # Keys of its own for each test.
    place=t$BATS_TEST_NUMBER
}

# documents COUNT: of 4 KB each.
documents() {
    local padding
    padding=$(head -c 3900 /dev/zero | tr '\0' x)
    for i in $(seq "$1"); do
        printf '{"metadata":{"document_id":"observation-%d","datetime":"2024-01-02T03:04:05.000000"},"result":{"schema":{"kind":"observation","version":"1.0"},"padding":"%s"}}\n' "$i" "$padding"
    done
}

# is_closed PORT: whether nobody listens there; a process that was killed does until its last thread is gone.
is_closed() {
    ! (exec 7<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}

# gateway SIGNAL: to the gateway, whose port is free when it was killed.
gateway() {
    kill "-$1" "$(cat "$CEPH_RUN/rgw.pid")"
    [ "$1" != KILL ] || wait_for 30 is_closed "${AWS_ENDPOINT_URL##*:}"
}

# stored MORE-THAN: whether so many objects of this test lie in the bucket, and more.
stored() {
    [ "$(keys "$place/" | wc -l)" -gt "$1" ]
}

# is_sending: whether bytes for the gateway wait to be taken (proc(5), /proc/net/tcp).
is_sending() {
    awk -v port="$(printf '%04X' "${AWS_ENDPOINT_URL##*:}")" \
        '$3 ~ ":" port "$" && $4 == "01" && $5 !~ /^00000000:/ { found = 1 } END { exit !found }' /proc/net/tcp
}

# is_after SECOND: whether the clock has gone on.
is_after() {
    [ "$(date +%s)" -gt "$1" ]
}

start_gateway() {
    "$SHARED/servers/ceph-up" >start.log 2>&1 3>&- 4>&- 5>&- || { cat start.log >&2; return 1; }
}

# rgw_admin WORD...
rgw_admin() {
    CEPH_ARGS='' radosgw-admin -c "$CEPH_RUN/ceph.conf" -n client.rgw "$@" >/dev/null 2>&1
}

# as_sent FILE [BUCKET]: how many documents lie in the bucket, which are those of the file.
as_sent() {
    "$python" "$ROOT/tests/oracle/read-bucket" "${2:-lab}" "$place" "$1"
}

@test "a thousand documents while the gateway is killed and started five times: each once, and right" {
    documents 1000 >all.json
    mkfifo pipe
    start store store-results --to "s3://lab/$place" -o receipts.json pipe
    exec 5>pipe
    for round in 0 1 2 3 4; do
        before=$(keys "$place/" | wc -l)
        # More than are put together.
        sed -n "$((round * 200 + 1)),$((round * 200 + 150))p" all.json >&5
        wait_for 30 stored "$before"
        gateway KILL
        # What comes while it is away, more than the pipe holds.
        sed -n "$((round * 200 + 151)),$((round * 200 + 200))p" all.json >&5 &
        start_gateway
        wait $!
    done
    exec 5>&-
    wait "$(cat store.pid)" || { cat store.log; false; }
    [ "$(jq -r .result.document_id receipts.json | sort -u | wc -l)" = 1000 ]
    [ "$(as_sent all.json)" = 1000 ]
}

@test "a gateway that is killed in the middle of an object" {
    head -c 30000000 /dev/urandom | base64 -w 100 >log
    # The gateway has part of the object when it dies: what its socket took while it stood still.
    gateway STOP
    start store store-results --to "s3://lab/$place" --raw-log log -o receipts.json
    wait_for 60 is_sending
    gateway CONT
    gateway KILL
    [ ! -s receipts.json ]
    start_gateway
    wait "$(cat store.pid)"
    key=$(jq -r .result.key receipts.json)
    [ "$(keys "$place/")" = "$place/$key" ]
    [ "$(s3 GET "lab/$place/$key" | sha256sum | cut -c-64)" = "$(jq -r .result.sha256 receipts.json)" ]
}

@test "an answer that was lost: the whole step again, a second later" {
    documents 100 >all.json
    store-results --to "s3://lab/$place" all.json >/dev/null
    wait_for 3 is_after "$(date +%s)"
    jq -c '.metadata.hostname="another" | .metadata.datetime="2024-01-03T00:00:00.000000"' all.json |
        store-results --to "s3://lab/$place" >receipts.json
    [ "$(grep -c '"state":"already there"' receipts.json)" = 100 ]
    [ "$(as_sent all.json)" = 100 ]
    run_split store-results --to "s3://lab/$place" <<<"$(head -n 1 all.json | jq -c '.result.padding=""')"
    expect 76 "'observations/observation-1' is stored already with another result"
    [ "$(as_sent all.json)" = 100 ]
}

@test "a gateway that hangs: all waits in the spool, and is sent once" {
    documents 30 >all.json
    gateway STOP
    run_split store-results --to "s3://lab/$place" --to folder --retry-time 0 --spool spool all.json
    gateway CONT
    expect 75 "30 wait in the spool 'spool'"
    [ "$(find folder/observations -type f | wc -l)" = 30 ]
    store-results --to "s3://lab/$place" --to folder --spool spool --send-spool >receipts.json
    [ "$(wc -l <receipts.json)" = 60 ]
    [ -z "$(ls spool)" ]
    [ "$(as_sent all.json)" = 30 ]
}

@test "an OSD that hangs: all waits in the spool, and is there once whatever landed meanwhile" {
    documents 60 >all.json
    osd=$(cat "$CEPH_RUN/osd.pid")
    kill -STOP "$osd"
    run_split store-results --to "s3://lab/$place" --s3-timeout 5 --spool spool all.json
    kill -CONT "$osd"
    # It waits for leases that ran out while it stood still, unless it comes up anew.
    ceph -c "$CEPH_RUN/ceph.conf" osd down 0 2>down.err
    expect 75 "60 wait in the spool 'spool': .* at 's3://lab/$place': Operation too slow"
    [ "$(find spool -type f | wc -l)" = 60 ]
    store-results --to "s3://lab/$place" --spool spool --send-spool >receipts.json
    [ "$(jq -r .result.document_id receipts.json | sort -u | wc -l)" = 60 ]
    [ -z "$(ls spool)" ]
    [ "$(as_sent all.json)" = 60 ]
}

@test "a quota that is used up: 78, what has no room waits, and is sent when there is room" {
    documents 60 >all.json
    s3 PUT full
    rgw_admin quota set --bucket=full --quota-scope=bucket --max-objects=20
    rgw_admin quota enable --bucket=full --quota-scope=bucket
    run_split store-results --to "s3://full/$place" --spool spool all.json
    rgw_admin quota disable --bucket=full --quota-scope=bucket
    expect 78 "wait in the spool 'spool': 'all.json', line [0-9]*: 'observations/observation-[0-9]*' at 's3://full/$place': QuotaExceeded"
    cp "$BATS_TEST_TMPDIR/stdout" first.json
    [ "$(find spool -name '*.document' | wc -l)" = $((60 - $(wc -l <first.json))) ]
    store-results --to "s3://full/$place" --spool spool --send-spool >second.json
    [ "$(cat first.json second.json | jq -r .result.document_id | sort -u | wc -l)" = 60 ]
    [ "$(as_sent all.json full)" = 60 ]
}

# bucket_text: all that the bucket `plain` tells of its objects, and all that they hold.
bucket_text() {
    local list key
    list=$(s3 GET plain)
    echo "$list"
    grep -o '<Key>[^<]*' <<<"$list" | cut -c6- | while read -r key; do
        s3 GET "plain/${key//:/%3A}" -D -
    done
}

@test "ten secrets: none is anywhere in the bucket" {
    unset BUILD_ANALYSIS_NO_VALIDATE
    plant_log
    plant_image
    fetch-image oci:images:app --layout layout -o image.json
    extract-packages image.json --image-name "https://u:${secrets[9]}@registry.example/app:1" -o analysis.json
    parse-buildlog log -o log.json
    observe-build --output-analysis analysis.json --log-analysis log.json -o observation.json
    s3 PUT plain
    store-results --to s3://plain image.json analysis.json log.json observation.json --raw-log log >receipts.json
    bucket_text >all.text
    [ "$(grep -ci '^x-amz-meta-sha256: ' all.text)" = 7 ]
    for secret in "${secrets[@]}"; do
        run ! grep -F -e "$secret" all.text
    done
    # It has been read: what is no secret is there, and what was not to be masked.
    grep -q 'No matching distribution found for x==9' all.text
    store-results --to s3://plain --no-redact --raw-log log >/dev/null
    bucket_text >all.text
    for secret in "${secrets[@]:0:5}"; do grep -q -F -e "$secret" all.text; done
}

@test "the index of a day is joined, and a document removed" {
    documents 30 >all.json
    while read -r line; do store-results --to "s3://lab/$place" <<<"$line" >/dev/null; done <all.json
    store-results --to "s3://lab/$place" --compact-index 2024-01-02
    [ "$(keys "$place/build-analysis/" | wc -l)" = 1 ]
    [ "$(as_sent all.json)" = 30 ]
    store-results --to "s3://lab/$place" --delete observation-1
    sed -i 1d all.json
    [ "$(as_sent all.json)" = 29 ]
}
