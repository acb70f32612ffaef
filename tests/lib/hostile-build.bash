# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For bats files: a build whose every text is hostile, to see that pages show it as text.

# Writes base.json, output.json and log.json to this folder, and sets $hostile, what stands in them.
hostile_inputs() {
    hostile='<script>alert(1)</script>"'"'"'&<img src=x onerror=alert(1)>`|*[a](javascript:x)](x)'
    hostile+=$(printf '\033[31m\302\205\nrow | cell')
    hostile_image "1$hostile" 1 >base.json
    hostile_image "2$hostile" 2 >output.json
    jq -n --arg x "$hostile" '{metadata: {document_id: $x, arguments: {}}, result: {
        schema: {kind: "build-log-analysis", version: "1.0"}, outcome: "failed",
        steps: [{name: $x, command: $x, status: $x, seconds: 1.5, cached: true, first_line: 1, last_line: 2}],
        packages: [{manager: "pip", name: $x, version: $x, action: "installed", line: 1}],
        failure: {id: $x, title: $x, line: 2, step: $x, advice: $x, confidence: 0.5,
            excerpt: [{line: 1, text: $x}, {line: 2, text: $x}]}}}' >log.json
}

hostile_image() { # VERSION LAYERS
    jq -n --arg x "$hostile" --arg v "$1" --argjson layers "$2" '{metadata: {document_id: $x, arguments: {}},
        result: {schema: {kind: "image-analysis", version: "1.1"}, image_size: 1000,
        image: {reference: $x, manifest: {digest: $x}, platform: {os: $x, architecture: $x},
            layers: [range($layers) | {digest: "sha256:\(.)", size: 100, diff_id: null}]},
        "skopeo-inspect": {Created: $x}, "operating-system": {id: $x, version_id: $x, pretty_name: $x},
        history: [range($layers) | {created: $x, created_by: $x, comment: $x, empty_layer: false}],
        packages: [{type: $x, name: $x, version: $v, arch: $x, location: $x, layer: "sha256:0"},
            {type: "deb", name: ($x + $v), version: $v, arch: "all", location: null, layer: "sha256:1"}],
        layer_files: [range($layers) | {layer: "sha256:\(.)", files: 2, bytes: 100, others: {files: 1, bytes: 1},
            folders: [{path: ("/" + $x), files: 2, bytes: 100}]}],
        warnings: [{code: "not-read", path: $x, message: $x}]}}'
}

# observe OPTION...: all of it, observed.
observe() {
    observe-build --base-analysis base.json --output-analysis output.json --log-analysis log.json \
        --name "$hostile" --namespace "$hostile" --origin "$hostile" "$@"
}
