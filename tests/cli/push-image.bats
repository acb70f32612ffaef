#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# push-image on the command line; registries are in tests/servers.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    image=oci:$TESTDATA/demo/images:base
    fetch-image "$image" >image.json
}

# refused STATUS PATTERN ARGUMENT...: nothing is asked, and nothing written.
refused() {
    local status_wanted=$1 pattern=$2
    shift 2
    https_proxy=http://127.0.0.1:1 run_split push-image "$@"
    expect "$status_wanted" "$pattern"
    [ -z "$output" ]
}

@test "--help and --version" {
    run_split push-image --help
    expect 0
    [[ $output == "Usage: push-image "*"--to REF"* ]]
    run_split push-image --version
    [[ $output == "push-image (build-analysis) "* ]]
}

@test "wrong usage is 2" {
    refused 2 "--to is missing" image.json
    refused 2 "'oci:here' is in no registry" --to oci:here image.json
    refused 2 "'registry.example/Team/App' is no image reference" --to registry.example/Team/App image.json
    refused 2 "too many arguments" --to registry.example/app one two
    digest=sha256:$(printf '%064d' 0)
    refused 2 "the image has the digest sha256:.*, not '$digest'" --to "registry.example/app@$digest" image.json
}

@test "what is no image document, or has no layout" {
    refused 66 "cannot open 'nowhere.json'" --to registry.example/app nowhere.json
    echo '{"result":{"schema":{"kind":"log-analysis","version":"1.0"}}}' >log.json
    refused 76 "log-analysis" --to registry.example/app log.json
    fetch-image --no-layers "$image" >bare.json
    refused 66 "comes without a layout: run fetch-image without --no-layers" --to registry.example/app bare.json
    jq '.result.layout = "/nowhere"' image.json >gone.json
    refused 66 "cannot open the OCI layout '/nowhere'" --to registry.example/app gone.json
}

@test "a registry that cannot be reached is 75" {
    refused 75 "registry 'registry.example', repository 'app': .*127.0.0.1 port 1" --retry-time 0 --to registry.example/app image.json
}
