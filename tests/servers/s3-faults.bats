#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What an S3 server rarely does (tests/fakes/s3_gateway.py): nothing that was not kept is ever told as stored, and
# a cache that misbehaves changes no result.

# run_split sets stderr and output.
# shellcheck disable=SC2154
load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    export SOURCE_DATE_EPOCH=1700000000 AWS_ACCESS_KEY_ID=ID AWS_SECRET_ACCESS_KEY=a-secret
    # Nothing is tried twice unless a test is about that.
    export BUILD_ANALYSIS_RETRY_TIME=0
    image=oci:$TESTDATA/demo/images:output
    head -c 32 /dev/urandom >key
    echo 'a log' >a.log
    gateway
}

teardown() {
    stop gateway
}

# gateway [CERT KEY]: a new one, with nothing in it.
gateway() {
    stop gateway
    rm -f port requests faults
    start gateway "$ROOT/tests/fakes/s3_gateway.py" . "$@"
    wait_for 10 test -s port
    AWS_ENDPOINT_URL=http${1:+s}://127.0.0.1:$(cat port)
    export AWS_ENDPOINT_URL
}

store() {
    run_split store-results --to s3://lab/p --raw-log a.log
}

# state: what the receipt on stdout says; nothing, when there is none.
state() {
    jq -r .result.state "$BATS_TEST_TMPDIR/stdout"
}

# extract OUTPUT [OPTION...]: with a cache at the gateway.
extract() {
    run_split extract-packages --verbose --layer-cache s3://lab/c --layer-cache-key key -o "$@" "$image"
}

# is_right FILE: what is told without a cache.
is_right() {
    extract-packages --verbose -o plain.json "$image" 2>/dev/null
    cmp <(jq -S .result plain.json) <(jq -S .result "$1")
}

@test "what is refused or was not kept is never told as stored" {
    while read -r status fault; do
        gateway
        echo "$fault" >faults
        store
        [ -z "$(state)" ] || { echo "$fault: told as stored" >&2; return 1; }
        expect "$status" "'buildlogs/buildlog-[0-9a-f]*' at 's3://lab/p': "
    done <<'EOT'
75 PUT busy
75 PUT internal
75 PUT bare-503
75 PUT bare-507
75 PUT lie
75 PUT lost
75 HEAD no-etag
75 HEAD other-etag
75 HEAD busy
78 PUT redirect
76 PUT noise
EOT
}

@test "what passes is tried again, and an answer that was lost is not a second object" {
    export BUILD_ANALYSIS_RETRY_TIME=20
    for fault in 'PUT busy 1' 'PUT internal 2' 'PUT bare-503 1' 'PUT lost 1' 'PUT lie 1' 'HEAD busy 1'; do
        gateway
        echo "$fault" >faults
        store
        expect 0
        [ "$(state)" = stored ] || { echo "$fault: $(state)" >&2; return 1; }
        store
        [ "$(state)" = 'already there' ]
    done
}

@test "a log that is too large to go with its headers waits for 100 Continue, and may be refused after it" {
    seq 20000 >a.log
    for fault in bare-503 bare-507 lost; do
        gateway
        echo "PUT $fault" >faults
        store
        expect 75
        [ -z "$(state)" ]
    done
    gateway
    store
    expect 0
    [ "$(state)" = stored ]
}

# documents FROM TO
documents() {
    for i in $(seq "$1" "$2"); do
        printf '{"metadata":{"document_id":"x-%d"},"result":{}}\n' "$i"
    done
}

asked_for() {
    [ "$(grep -c '^HEAD' requests)" = "$1" ]
}

@test "an answer that is lost with a kept connection: libcurl sends again, and what it finds there then is ours" {
    {
        documents 1 128
        wait_for 20 asked_for 128
        echo 'PUT lost 1' >faults
        documents 129 129
    } | store-results --to s3://lab/p >receipts
    [ "$(jq -r .result.state receipts | sort | uniq -c | tr -d ' ')" = 129stored ]
    [ "$(grep -c '^PUT .*/x-129 ' requests)" = 2 ]
}

# document RESULT [HOST [TIME]]: with an id that is always the same.
document() {
    printf '{"metadata":{"document_id":"x-1","datetime":"%s","hostname":"%s"},"result":%s}\n' \
        "${3:-2024-01-02T00:00:00.000000}" "${2:-here}" "$1"
}

@test "what is there already is not read: its result's SHA-256 is kept beside it" {
    document '{"a":1,"b":[2.5]}' | store-results --to s3://lab/p >first.json
    rm requests
    document '{"b":[2.5],"a":1}' there 2024-05-06T00:00:00.000000 | store-results --to s3://lab/p >again.json
    [ "$(jq -c '.result | .state, .size, .sha256, .etag' again.json)" = \
        "$(jq -c '.result.state = "already there" | .result | .state, .size, .sha256, .etag' first.json)" ]
    run ! grep GET requests
    # The index's row lies where the document's day says, not where the retry's would.
    [ "$(cut -d ' ' -f 1,2 requests | grep -c 'PUT /lab/p/build-analysis/index/2024-01-02/')" = 1 ]
    run_split store-results --to s3://lab/p <<<"$(document '{"a":1,"b":[3]}')"
    expect 76 'is stored already with another result'
    # What another program put there says nothing: it is read.
    curl -sSf --noproxy '*' -X DELETE "$AWS_ENDPOINT_URL/lab/p/build-analysis/other/x-1"
    document '{"a": 1, "b": [2.5]}' elsewhere >theirs.json
    curl -sSf --noproxy '*' -T theirs.json "$AWS_ENDPOINT_URL/lab/p/build-analysis/other/x-1"
    rm requests
    [ "$(document '{"b":[2.5],"a":1}' | store-results --to s3://lab/p | jq -r .result.state)" = 'already there' ]
    grep -q 'GET /lab/p/build-analysis/other/x-1' requests
}

@test "header names in any case" {
    printf '%s\n' 'PUT lower' 'HEAD lower' 'GET lower' >faults
    store
    expect 0
    store
    expect 0
    [ "$(state)" = 'already there' ]
}

@test "a cache that is right is used, one that is cut or damaged is not" {
    extract cold.json
    expect 0 'facts of 0 came'
    extract warm.json
    expect 0 'facts of 6 came'
    is_right warm.json
    for fault in cut damaged chunked-cut no-etag other-etag bare-503 busy redirect noise; do
        echo "GET $fault" >faults
        extract out.json
        [ "$status" = 0 ]
        grep -q 'warning: layer cache: ' <<<"$stderr" || { echo "$fault was not told" >&2; return 1; }
        grep -q 'facts of 0 came' <<<"$stderr" || { echo "$fault was used" >&2; return 1; }
        is_right out.json
    done
}

@test "a gateway that hangs costs its timeout, and one warning" {
    for method in GET PUT HEAD; do
        gateway
        echo "$method hang" >faults
        before=$SECONDS
        extract out.json --layer-cache-timeout 3
        [ "$status" = 0 ]
        # The work itself, on a machine that does much else, is some seconds.
        [ $((SECONDS - before)) -lt 15 ]
        [ "$(grep -c 'warning: layer cache: ' <<<"$stderr")" = 1 ]
        is_right out.json
    done
}

@test "a gateway that hangs costs --s3-timeout once, however much there is to store" {
    for i in $(seq 300); do
        printf '{"metadata":{"document_id":"x-%d"},"result":{}}\n' "$i"
    done >all.json
    echo 'PUT hang' >faults
    run_split store-results --to s3://lab/p --s3-timeout 3 --retry-time 60 --spool spool all.json
    expect 75 "300 wait in the spool 'spool': 'all.json', line 1: .* at 's3://lab/p': "
    # Those that were in flight, and no other.
    [ "$(grep -c PUT requests)" -le 32 ]
    rm faults
    store-results --to s3://lab/p --spool spool --send-spool >receipts.json
    [ "$(jq -r .result.document_id receipts.json | sort -u | wc -l)" = 300 ]
    [ -z "$(ls spool)" ]
    run_split store-results --to s3://lab/p --s3-timeout 0 all.json
    expect 2 '--s3-timeout is 1 to'
}

@test "a gateway that hangs: what it was sent is in the spool before its timeout, and kill -9 loses nothing" {
    for i in $(seq 40); do
        printf '{"metadata":{"document_id":"x-%d"},"result":{}}\n' "$i"
    done >all.json
    echo 'PUT hang' >faults
    start store store-results --to s3://lab/p --s3-timeout 600 --spool spool all.json
    all_spooled() { [ "$(find spool -name '*.document' | wc -l)" = 40 ]; }
    wait_for 60 all_spooled
    kill -9 "$(cat store.pid)"
    wait "$(cat store.pid)" || true
    rm faults
    store-results --to s3://lab/p --spool spool --send-spool >receipts.json
    [ "$(jq -r .result.document_id receipts.json | sort -u | wc -l)" = 40 ]
    [ -z "$(ls spool)" ]
}

@test "a gateway that is not there, or says no, is asked no more" {
    stop gateway
    extract out.json
    [ "$status" = 0 ]
    [ "$(grep -c 'warning: layer cache: .*Failed to connect' <<<"$stderr")" = 1 ]
    is_right out.json
    run_split fetch-image --layer-cache s3://lab/c --layer-cache-key key --layout out "$image"
    expect 0 'warning: layer cache: .*Failed to connect'
    [ "$(jq -c '[.result.layers[].absent] | unique' stdout)" = '[false]' ]
}

@test "secrets are nowhere to be seen" {
    echo 'PUT busy' >faults
    extract out.json
    run ! grep -q a-secret stdout stderr out.json
    store
    run ! grep -q a-secret stderr stdout
    AWS_ENDPOINT_URL=http://user:hunter2@127.0.0.1 store
    expect 78 '--endpoint is not http'
    run ! grep -q hunter2 stderr
}

# confined PID: the process that PID confined, when it is there.
confined() {
    pgrep -P "$1"
}

@test "the confined process has no key in its memory, neither of access nor to sign with" {
    [ "$(id -u)" = 0 ] || skip "needs a user who may read another process's memory"
    [ "$CONFIG" != asan ] || skip "no process is confined under the sanitizers"
    mkdir secret
    printf some-key-id >secret/AWS_ACCESS_KEY_ID
    printf the-secret-of-the-bucket >secret/AWS_SECRET_ACCESS_KEY
    printf 'a key to sign with, of enough bytes for all' >key
    unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
    echo 'GET hang' >faults
    # It waits for an answer, and can be looked at.
    start extract extract-packages --layer-cache s3://lab/c --layer-cache-key key --layer-cache-timeout 20 \
        --s3-credentials secret -o out.json "$image"
    pid=$(cat extract.pid)
    wait_for 10 confined "$pid"
    wait_for 10 grep -q GET requests
    for secret in the-secret-of-the-bucket 'a key to sign with'; do
        # What asks has it.
        "$ROOT/tests/lib/find-in-memory" "$pid" "$secret"
        run ! "$ROOT/tests/lib/find-in-memory" "$(confined "$pid")" "$secret"
    done
    # Its memory is looked at: what it is there for is found.
    "$ROOT/tests/lib/find-in-memory" "$(confined "$pid")" s3://lab/c
    stop extract
}

@test "the confined process has no key that the environment handed over" {
    [ "$(id -u)" = 0 ] || skip "needs a user who may read another process's memory"
    [ "$CONFIG" != asan ] || skip "no process is confined under the sanitizers"
    export AWS_ACCESS_KEY_ID=some-key-id AWS_SECRET_ACCESS_KEY=the-secret-of-the-bucket
    export BUILD_ANALYSIS_REGISTRY_LOGIN=somebody:of-the-registry
    echo 'GET hang' >faults
    start extract extract-packages --layer-cache s3://lab/c --layer-cache-timeout 20 -o out.json "$image"
    pid=$(cat extract.pid)
    wait_for 10 confined "$pid"
    wait_for 10 grep -q GET requests
    for secret in the-secret-of-the-bucket somebody:of-the-registry; do
        "$ROOT/tests/lib/find-in-memory" "$pid" "$secret"
        run ! "$ROOT/tests/lib/find-in-memory" "$(confined "$pid")" "$secret"
    done
    stop extract
}

# certificates HOST [OPTION...]: ca.crt and a certificate for HOST by it, tls.crt and tls.key.
certificates() {
    [ -e ca.crt ] || openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 \
        -subj '/CN=A CA of the tests' -keyout ca.key -out ca.crt 2>/dev/null
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "/CN=gateway" \
        -keyout tls.key -out tls.csr 2>/dev/null
    openssl x509 -req -in tls.csr -CA ca.crt -CAkey ca.key -set_serial "$RANDOM" \
        -extfile <(printf 'subjectAltName=%s\n' "$1") -out tls.crt "${@:2}" 2>/dev/null
}

@test "TLS: verified with --s3-ca; a wrong authority, a wrong name and an expired certificate are refused" {
    program_or_skip openssl
    certificates IP:127.0.0.1 -days 2
    gateway tls.crt tls.key
    AWS_CA_BUNDLE=ca.crt store
    expect 0
    [ "$(state)" = stored ]
    extract out.json --s3-ca ca.crt
    expect 0 'facts of 0 came'
    store
    expect 78 certificate
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj '/CN=Another' \
        -keyout other.key -out other.crt 2>/dev/null
    AWS_CA_BUNDLE=other.crt store
    expect 78 certificate
    certificates DNS:gateway.example -days 2
    gateway tls.crt tls.key
    AWS_CA_BUNDLE=ca.crt store
    expect 78 'certificate|subject'
    certificates IP:127.0.0.1 -days -1
    gateway tls.crt tls.key
    AWS_CA_BUNDLE=ca.crt store
    expect 78 'expired|certificate'
    [ ! -e requests ]
}
