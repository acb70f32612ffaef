#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# SBOMs that extract-packages writes, against what those who define the formats provide; what
# they hold is in tests/golden/extract-packages/sbom-*.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    image=oci:$TESTDATA/demo/images:output
}

# An image with packages of many kinds, licences and names that need care.
make_odd_image() {
    (. "$ROOT/tests/golden/extract-packages/sbom-cyclonedx.d/make-layers") 2>/dev/null
}

# valid FILE...: skips where there is nothing to validate with.
valid() {
    run "$ROOT/tests/checks/validate-sbom" "$@"
    echo "$output"
    [ "$status" != 3 ] || skip "$output"
    [ "$status" = 0 ]
}

@test "CycloneDX fits the schemas of its versions" {
    make_odd_image
    for version in 1.4 1.5 1.6; do
        extract-packages --format "cyclonedx-json@$version=demo-$version.json" "$image"
        extract-packages --format "cyclonedx-json@$version=odd-$version.json" oci:image
        [ "$(jq -r .specVersion "demo-$version.json")" = "$version" ]
    done
    valid demo-*.json odd-*.json
}

@test "SPDX is valid by its own tools" {
    make_odd_image
    for version in 2.2 2.3; do
        extract-packages --format "spdx-json@$version=demo-$version.json" "$image"
        extract-packages --format "spdx-json@$version=odd-$version.json" oci:image
        [ "$(jq -r .spdxVersion "demo-$version.json")" = "SPDX-$version" ]
    done
    valid demo-*.json odd-*.json
}

@test "names in an SBOM are there, and once" {
    make_odd_image
    extract-packages --format cyclonedx-json=bom.json oci:image
    jq -e '[.metadata.component, .components[]] | map(."bom-ref") | length == (unique | length)' bom.json
    jq -e '([.metadata.component, .components[]] | map(."bom-ref")) as $refs |
        [.dependencies[] | .ref, .dependsOn[]] - $refs == []' bom.json
    extract-packages --format spdx-json=spdx.json oci:image
    jq -e '[.packages[].SPDXID] | length == (unique | length)' spdx.json
    jq -e '[.packages[].SPDXID, "SPDXRef-DOCUMENT"] as $ids |
        [.relationships[] | .spdxElementId, .relatedSpdxElement] - $ids == []' spdx.json
    jq -e '[.relationships[] | tojson] | length == (unique | length)' spdx.json
    jq -e '([.packages[].licenseDeclared | scan("LicenseRef-[0-9a-f]+")] | unique) ==
        ([.hasExtractedLicensingInfos[].licenseId] | sort)' spdx.json
}

@test "with SOURCE_DATE_EPOCH the bytes are the same, else serial number and time differ" {
    SOURCE_DATE_EPOCH=1700000000 extract-packages --format cyclonedx-json=one.json "$image"
    SOURCE_DATE_EPOCH=1700000000 extract-packages --jobs 1 --format cyclonedx-json=two.json "$image"
    cmp one.json two.json
    extract-packages --format cyclonedx-json=three.json "$image"
    extract-packages --format cyclonedx-json=four.json "$image"
    [ "$(jq .serialNumber three.json)" != "$(jq .serialNumber four.json)" ]
    for file in one three four; do
        jq 'del(.serialNumber, .metadata.timestamp)' $file.json >$file.rest
    done
    cmp one.rest three.rest
    cmp three.rest four.rest
    SOURCE_DATE_EPOCH=1700000000 extract-packages --format spdx-json=one.json "$image"
    SOURCE_DATE_EPOCH=1700000000 extract-packages --jobs 1 --format spdx-json=two.json "$image"
    cmp one.json two.json
    extract-packages --format spdx-json=three.json "$image"
    [ "$(jq .documentNamespace one.json)" != "$(jq .documentNamespace three.json)" ]
    for file in one three; do
        jq 'del(.documentNamespace, .creationInfo.created, (.. | .annotationDate?))' $file.json >$file.rest
    done
    cmp one.rest three.rest
}

@test "every package of the document is in the SBOM" {
    extract-packages --format json=analysis.json --format cyclonedx-json=bom.json --format spdx-json=spdx.json "$image"
    jq -r '.result.packages[].purl' analysis.json | sort >expected
    jq -r '.components[].purl // empty' bom.json | sort >actual
    cmp expected actual
    [ "$(wc -l <actual)" -gt 100 ]
    jq -r '.packages[] | select(.SPDXID != "SPDXRef-image") | .externalRefs[]? |
        select(.referenceType == "purl").referenceLocator' spdx.json | sort >actual
    cmp expected actual
}
