# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For bats files, after helpers: ten secrets, planted in this folder's log (plant_log), and in the environment, history
# and labels of the image images:app (plant_image); the last is for an image's name.

# Ten that no other text can have by chance.
secrets=(s3cr3t-0-hunter ghp_0123456789abcdefghijABCDEFGHIJ012345 AKIAQ3EGTZZPLANTED01 s3cr3t-3-hunter
    s3cr3t-4-hunter s3cr3t-5-hunter glpat-abcdefPLANTED6hijklm s3cr3t-7-hunter s3cr3t-8-hunter s3cr3t-9-hunter)

plant_log() {
    cat >log <<LOG
Step 1/3 : FROM registry.example/base:1
pip install --index-url https://me:${secrets[0]}@pypi.example.org/simple x
remote: cloning with ${secrets[1]}
export AWS_ACCESS_KEY_ID=${secrets[2]}
DB_PASSWORD=${secrets[3]} ./configure
curl -H "Authorization: Bearer ${secrets[4]}" https://api.example.org
ERROR: Could not find a version that satisfies the requirement x==9 (from https://u:${secrets[0]}@pypi.example.org/simple)
ERROR: No matching distribution found for x==9
LOG
}

plant_image() {
    mkdir -p root/etc
    printf 'ID=debian\nVERSION_ID=12\n' >root/etc/os-release
    "$ROOT/tests/lib/make-image" -c '{"config":{"Env":["API_TOKEN='"${secrets[5]}"'","GIT='"${secrets[6]}"'"],
        "Labels":{"source":"https://u:'"${secrets[7]}"'@git.example.org/x"}},
        "history":[{"created_by":"RUN |1 NPM_TOKEN='"${secrets[8]}"' /bin/sh -c npm ci"}]}' images app root >/dev/null
}
