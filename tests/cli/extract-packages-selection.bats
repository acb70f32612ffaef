#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What extract-packages leaves out when it is told to, and --strict.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    image=oci:$TESTDATA/demo/images:output
}

# types ARG...: the types of the packages, each once, in one line.
types() {
    extract-packages --format json "$@" "$image" | jq -r '[.result.packages[].type] | unique | join(" ")'
}

@test "--catalogers" {
    [ "$(types)" = "deb pypi" ]
    [ "$(types --catalogers python)" = pypi ]
    [ "$(types --catalogers=-python)" = deb ]
    [ "$(types --catalogers gem --catalogers +dpkg)" = deb ]
    [ "$(types --catalogers +dpkg,gem)" = deb ]
    [ "$(types --catalogers python,dpkg,-dpkg)" = pypi ]
    [ "$(types --catalogers +npm)" = "deb pypi" ]
    [ "$(types --catalogers os-release)" = "" ]
    # Purls need the distribution.
    extract-packages --format json --catalogers dpkg "$image" | jq -e '.result.packages[0].purl | test("distro=debian")'
    run_split extract-packages --catalogers nonsense "$image"
    expect 2 "--catalogers: there is no 'nonsense'; --list-catalogers prints all names"
    run_split extract-packages --catalogers +,python "$image"
    expect 2 "there is no ''"
}

@test "--list-catalogers" {
    run_split extract-packages --list-catalogers
    expect 0
    grep -qx dpkg <<<"$output"
    for name in $output; do
        grep -Eq "^(.*, )?[*]${name}[*]" "$ROOT/steps/extract-packages/extract-packages.1.scd"
        extract-packages --catalogers "$name" "$image" >/dev/null
    done
}

@test "--exclude" {
    names() {
        extract-packages --format json "$@" "$image" | jq -r '[.result.packages[] | select(.type == "pypi").name] | join(" ")'
    }
    [ "$(names --exclude '/usr/local/lib')" = "pip setuptools wheel" ]
    [ "$(names --exclude '/usr/local/**/*.dist-info')" = "pip setuptools wheel" ]
    [ "$(names --exclude 'dist-packages')" = "" ]
    [ "$(names --exclude '/usr/lib' --exclude 'click*')" = "Flask Jinja2 MarkupSafe Werkzeug itsdangerous" ]
    [[ "$(types --exclude /var/lib/dpkg/status)" != *deb* ]]
    [ "$(extract-packages --format json --exclude '/**' "$image" | jq '.result | .packages, ."python-files" | length' | sort -u)" = 0 ]
}

@test "--no-digests" {
    mkdir -p layer/app
    echo x >layer/app/x.py
    "$ROOT/tests/lib/make-image" image latest layer
    [ "$(extract-packages --format json oci:image | jq '.result."python-files" | length')" = 1 ]
    [ "$(extract-packages --format json --no-digests oci:image | jq '.result."python-files" | length')" = 0 ]
}

@test "what was left out is in the document, and makes another id" {
    extract-packages -o all.json "$image"
    extract-packages -o few.json --catalogers python --exclude /x --no-digests "$image"
    validate all.json few.json
    jq -e '.metadata.arguments."thoth-package-extract" | [.catalogers, .exclude, .no_digests] == [["python"], ["/x"], true]' few.json
    jq -e '.metadata.arguments."thoth-package-extract" | has("catalogers") | not' all.json
    [ "$(jq .metadata.document_id all.json)" != "$(jq .metadata.document_id few.json)" ]
}

@test "a layer cache holds everything, whatever is left out" {
    export SOURCE_DATE_EPOCH=1700000000
    extract-packages --format json "$image" >expected.json
    extract-packages --format json --catalogers gem --exclude '/**' --no-digests --layer-cache cache "$image" >/dev/null
    run_split extract-packages --verbose --format json=all.json --layer-cache cache "$image"
    expect 0 "0 times in all"
    extract-packages --format json --layer-cache cache "$image" | cmp - expected.json
    [ "$(types --catalogers python --layer-cache cache)" = pypi ]
}

@test "--strict" {
    run_split extract-packages --strict -o good.json "$image"
    expect 0
    mkdir -p layer/x-1.dist-info layer/y-1.dist-info
    echo nonsense >layer/x-1.dist-info/METADATA
    echo nonsense >layer/y-1.dist-info/METADATA
    "$ROOT/tests/lib/make-image" image latest layer
    run_split extract-packages --format json oci:image
    expect 0
    run_split extract-packages --strict --format json oci:image
    expect 76 "not all was read \\(--strict\\): 2 warnings tell of it, the first: malformed: '/x-1.dist-info/METADATA': "
    # The document is there all the same.
    [ "$(jq '.result.warnings | length' <<<"$output")" = 2 ]
    run_split extract-packages --strict --exclude '*.dist-info' -o out.json oci:image
    expect 0
}

@test "--strict lets pass what is told but not lost" {
    printf '{"config": {"Env": ["IMAGE_NAME"]}}' >config
    "$ROOT/tests/lib/make-image" -c "$(cat config)" image latest
    run_split extract-packages --strict --format json oci:image
    expect 0
    [ "$(jq -r '.result.warnings[].code' <<<"$output" | sort | tr '\n' ' ')" = "env-left-out no-layers " ]
}

@test "--scope all-layers: SBOMs and observations tell what is not there any more" {
    mkdir -p low/x-1.dist-info up
    printf 'Name: x\nVersion: 1\n' >low/x-1.dist-info/METADATA
    : >up/.wh.x-1.dist-info
    "$ROOT/tests/lib/make-image" image latest low up
    extract-packages -o squashed.json --scope squashed oci:image
    extract-packages --scope all-layers --format json=all.json --format cyclonedx-json=bom.json \
        --format spdx-json=spdx.json oci:image
    validate squashed.json all.json
    [ "$(jq '.result.packages | length' squashed.json)" = 0 ]
    jq -e '.result | .packages[0].removed_by == "sha256:" + .layers[1] and .packages[0].layer == "sha256:" + .layers[0]' all.json
    [ "$(jq .metadata.document_id squashed.json)" != "$(jq .metadata.document_id all.json)" ]
    jq -e '.components[0].properties | any(.name == "build-analysis:removed-by")' bom.json
    jq -e '.dependencies[0].dependsOn == []' bom.json
    jq -e '[.relationships[].relationshipType] == ["DESCRIBES"]' spdx.json
    # They stand for no part of the image.
    observe-build --base-analysis all.json --output-analysis all.json |
        jq -e '.result.base.package_counts == {} and .result.output.package_counts == {}'
    run_split extract-packages --scope some oci:image
    expect 2 "--scope takes squashed\|all-layers, not 'some'"
}
