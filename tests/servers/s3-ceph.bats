#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# A real Ceph: objects, and a layer cache that two steps share.

# run_split sets stderr and output.
# shellcheck disable=SC2154
load ../lib/helpers
load ../lib/ceph

setup_file() {
    ceph_up_or_skip
}

teardown_file() {
    ceph_down
}

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    ceph_use
    export SOURCE_DATE_EPOCH=1700000000 BUILD_ANALYSIS_RETRY_TIME=5
    image=oci:$TESTDATA/demo/images:output
    head -c 32 /dev/urandom >key
    # Keys and places of its own for each test.
    place=t$BATS_TEST_NUMBER
    echo "a log of $place" >a.log
}

store() {
    run_split store-results --to "s3://lab/$place" "$@"
}

state() {
    jq -r .result.state "$BATS_TEST_TMPDIR/stdout"
}

# extract OUTPUT [OPTION...]
extract() {
    run_split extract-packages --verbose --layer-cache "s3://lab/$place" --layer-cache-key key -o "$@" "$image"
}

@test "an object is stored once, as it is, with its digest" {
    store --raw-log a.log
    expect 0
    [ "$(state)" = stored ]
    key=$(jq -r .result.key stdout)
    [ "$(keys "$place/")" = "$place/$key" ]
    s3 GET "lab/$place/$key" -D headers >body
    [ "$(sha256sum <body | cut -c-64)" = "$(jq -r .result.sha256 stdout)" ]
    grep -qi "x-amz-meta-sha256: $(jq -r .result.sha256 stdout)" headers
    store --raw-log a.log
    expect 0
    [ "$(state)" = 'already there' ]
}

@test "an object of 54 MB" {
    head -c 40000000 /dev/urandom | base64 -w 100 >large.log
    store --raw-log large.log
    expect 0
    s3 GET "lab/$place/$(jq -r .result.key stdout)" >body
    [ "$(sha256sum <body | cut -c-64)" = "$(jq -r .result.sha256 stdout)" ]
    rm body large.log
}

# lines: of a log, as many as there are.
lines() {
    yes 'Collecting package from https://me:hunter2@pypi.example/simple/x, and what it needs'
}

@test "a log of 300 MB: sent in little memory, known without its being read, and removed" {
    program_or_skip /usr/bin/time
    lines | head -c 300000000 | /usr/bin/time -f %M -o memory store-results --to "s3://lab/$place" --raw-log - >receipt.json
    [ "$CONFIG" = asan ] || [ "$(cat memory)" -lt 32768 ]
    key=$(jq -r .result.key receipt.json)
    [ "$(s3 GET "lab/$place/$key" | sha256sum | cut -c-64)" = "$(jq -r .result.sha256 receipt.json)" ]
    lines | head -c 300000000 | /usr/bin/time -f %M -o memory store-results --to "s3://lab/$place" --raw-log - >receipt.json
    [ "$CONFIG" = asan ] || [ "$(cat memory)" -lt 32768 ]
    [ "$(jq -r .result.state receipt.json)" = 'already there' ]
    store-results --to "s3://lab/$place" --delete "$(jq -r .result.document_id receipt.json)"
    [ -z "$(keys "$place/")" ]
}

@test "a log that another program stored without its digest is known by its MD5" {
    echo 'a log' >log
    store-results --to folder --raw-log log >receipt.json
    key=$(jq -r .result.key receipt.json)
    s3 PUT "lab/$place/$key" --data-binary "@folder/$key"
    store-results --to "s3://lab/$place" --raw-log log >receipt.json
    [ "$(jq -r .result.state receipt.json)" = 'already there' ]
    [ "$(jq -r .result.sha256 receipt.json)" = "${key#buildlogs/buildlog-}" ]
    # What has its name and is not the same stays.
    s3 PUT "lab/$place/$key" --data-binary other
    run_split store-results --to "s3://lab/$place" --raw-log log
    expect 76 "'log': '$key' is stored already, and not known to be the same; that one stays"
}

@test "a key with a colon, as thoth-storages has them" {
    extract-packages -o analysis.json "$image"
    store analysis.json
    expect 0
    keys "$place/analysis-by-digest/" | grep -q "^$place/analysis-by-digest/sha256:[0-9a-f]*$"
}

@test "who may not, what is not there: 77 and 78" {
    AWS_SECRET_ACCESS_KEY=wrong store --raw-log a.log
    expect 77 'SignatureDoesNotMatch'
    AWS_ACCESS_KEY_ID=nobody store --raw-log a.log
    expect 77 'InvalidAccessKeyId'
    run_split store-results --to s3://absent/x --raw-log a.log
    expect 78 'NoSuchBucket'
    AWS_ENDPOINT_URL=http://127.0.0.1:1 BUILD_ANALYSIS_RETRY_TIME=0 store --raw-log a.log
    expect 75 'connect'
    AWS_ENDPOINT_URL=http://absent.invalid BUILD_ANALYSIS_RETRY_TIME=0 store --raw-log a.log
    expect 75 'resolve'
    [ -z "$(keys "$place/")" ]
}

@test "keys of access from a mounted Secret, and from a credentials file" {
    mkdir secret
    printf %s "$AWS_ACCESS_KEY_ID" >secret/AWS_ACCESS_KEY_ID
    printf %s "$AWS_SECRET_ACCESS_KEY" >secret/AWS_SECRET_ACCESS_KEY
    printf '[default]\naws_access_key_id = %s\naws_secret_access_key = %s\n' \
        "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" >credentials
    unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY
    extract one.json
    expect 78 'no keys of access'
    extract cold.json --s3-credentials secret
    expect 0 'facts of 0 came'
    extract warm.json --s3-credentials credentials
    expect 0 'facts of 6 came'
    AWS_SHARED_CREDENTIALS_FILE=credentials extract again.json
    expect 0 'facts of 6 came'
}

@test "both signatures, and any region" {
    extract cold.json
    expect 0 'facts of 0 came'
    for how in '--s3-signature v2' '--s3-signature v4' '--s3-region elsewhere'; do
        # shellcheck disable=SC2086 # words
        extract warm.json $how
        expect 0 'facts of 6 came'
        cmp cold.json warm.json
    done
}

@test "layers whose facts are there are not fetched, and the document says which" {
    extract cold.json
    [ "$(keys "$place/" | grep -c '/sha256-[0-9a-f]*\.facts[0-9]*$')" = 6 ]
    # shellcheck disable=SC2034 # docker_archive reads it
    layout=$TESTDATA/demo/images
    docker_archive output
    extract-packages --layer-cache "s3://lab/$place" --layer-cache-key key -o first.json docker-archive:archive.tar
    run_split fetch-image --layer-cache "s3://lab/$place" --layer-cache-key key --layout out docker-archive:archive.tar
    expect 0
    [ "$(jq -c '[.result.layers[].absent] | unique' stdout)" = '[true]' ]
    [ "$(find out/blobs -type f -size +100k | wc -l)" = 0 ]
    mv stdout image.json
    extract-packages --layer-cache "s3://lab/$place" --layer-cache-key key image.json | jq -S .result.packages >absent
    jq -S .result.packages first.json | diff absent -
}

@test "an entry that somebody forged changes no result, and is put right" {
    extract cold.json
    for key in $(keys "$place/"); do
        s3 GET "lab/$key" >entry
        "$ROOT/tests/lib/forge-entry" entry findutils findutilz
        s3 PUT "lab/$key" --data-binary @entry
    done
    extract forged.json
    [ "$(grep -c 'is not signed with the key' <<<"$stderr")" = 6 ]
    cmp cold.json forged.json
    run_split fetch-image --layer-cache "s3://lab/$place" --layer-cache-key key --no-layers "$image"
    expect 0
    extract again.json
    expect 0 'facts of 6 came'
    cmp cold.json again.json
}

@test "without --layer-cache-key a warning tells whom one trusts" {
    run_split extract-packages --layer-cache "s3://lab/$place" -o out.json "$image"
    expect 0 'whoever may write to the bucket decides'
}

@test "who may only read: facts are used, and one warning where something is new" {
    extract cold.json
    s3 DELETE "lab/$(keys "$place/" | head -n 1)"
    CEPH_ARGS='' radosgw-admin -c "$CEPH_RUN/ceph.conf" -n client.rgw user create --uid=reader-$$ \
        --display-name=reader --access-key=READER --secret-key=reader-secret >user.json 2>user.err
    printf '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": ["arn:aws:iam:::user/reader-%s"]}, "Action": ["s3:GetObject", "s3:ListBucket"], "Resource": ["arn:aws:s3:::lab", "arn:aws:s3:::lab/*"]}]}' $$ >policy.json
    s3 PUT 'lab?policy=' --data-binary @policy.json
    AWS_ACCESS_KEY_ID=READER AWS_SECRET_ACCESS_KEY=reader-secret extract warm.json
    [ "$status" = 0 ]
    grep -q 'facts of 5 came' <<<"$stderr"
    [ "$(grep -c 'warning: layer cache: .*AccessDenied' <<<"$stderr")" = 1 ]
    cmp cold.json warm.json
}
