#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Secrets that are planted in a log, and in an image's environment, history and labels, are nowhere in the store.

# secrets are tests/lib/secrets.bash's.
# shellcheck disable=SC2154
load ../lib/helpers
load ../lib/secrets

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
}

@test "ten secrets: none is in the store, the index or the receipts, and the receipt counts those of the log" {
    plant_log
    plant_image
    fetch-image oci:images:app --layout layout -o image.json
    extract-packages image.json --image-name "https://u:${secrets[9]}@registry.example/app:1" -o analysis.json
    parse-buildlog log -o log.json
    observe-build --output-analysis analysis.json --log-analysis log.json -o observation.json
    store-results --to store image.json analysis.json log.json observation.json --raw-log log >receipts.json
    [ "$(find store -type f | wc -l)" = 7 ]
    for secret in "${secrets[@]}"; do
        run ! grep -r -F -e "$secret" store receipts.json
    done
    [ "$(jq 'select(.result.document_kind=="raw-log") | .result.masked' receipts.json)" = 6 ]
    # What was not to be masked is there, so that this test sees what it looks for.
    store-results --to open --no-redact --raw-log log >/dev/null
    for secret in "${secrets[@]:0:5}"; do grep -q -r -F -e "$secret" open; done
}

@test "ten secrets: none waits in a spool" {
    plant_log
    export AWS_ACCESS_KEY_ID=key AWS_SECRET_ACCESS_KEY=secret
    run_split store-results --to s3://bucket --endpoint http://127.0.0.1:1 --retry-time 0 --spool spool --raw-log log
    [ "$status" = 75 ]
    [ "$(find spool -type f | wc -l)" = 1 ]
    for secret in "${secrets[@]}"; do
        run ! grep -r -F -e "$secret" spool stderr
    done
}
