#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# observe-build on the command line; what it observes is in tests/golden/observe-build.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    inputs=$ROOT/tests/golden/observe-build/whole-build.d
}

whole_build() {
    observe-build --base-analysis "$inputs/base.json" --output-analysis "$inputs/output.json" \
        --log-analysis "$inputs/log.json" "$@"
}

# within SECONDS OPTION...: observe-build, which has so much of a processor, whatever else the machine does.
within() {
    local seconds=$1
    shift
    [ "$CONFIG" != asan ] || seconds=$((20 * seconds))
    (ulimit -t "$seconds" && observe-build "$@")
}

@test "--help and --version" {
    observe-build --help | grep -q -- --base-analysis
    [ "$(observe-build --version)" = "observe-build $(cat "$ROOT/VERSION")" ] ||
        observe-build --version | grep -qF "$(cat "$ROOT/VERSION")"
}

@test "an unknown option and an operand are 2" {
    run_split observe-build --nope
    expect 2 "unknown option '--nope'"
    run_split observe-build file.json
    expect 2 "too many arguments"
}

@test "the id is that of the work: the same again, another for another build" {
    a=$(whole_build | jq -r .metadata.document_id)
    b=$(whole_build | jq -r .metadata.document_id)
    c=$(whole_build --build-id other | jq -r .metadata.document_id)
    [[ $a =~ ^observation-240602120000-[0-9a-f]{16}$ ]]
    [ "$a" = "$b" ]
    [ "$a" != "$c" ]
    [ "$(whole_build --document-id observation-mine | jq -r .metadata.document_id)" = observation-mine ]
    [ "$(THOTH_DOCUMENT_ID=observation-env whole_build | jq -r .metadata.document_id)" = observation-env ]
}

@test "what is said of the build goes before the request, in the document and its id" {
    request=$ROOT/tests/golden/observe-build/only-the-request.d/request.json
    observe-build --request "$request" >a.json
    observe-build --request "$request" -n team --name shop-7 --cluster east --outcome failed --environment-type buildtime \
        --origin https://me:geheim@git.example.org/shop --started 2024-06-02T11:58:00Z --finished 2024-06-02T12:00:30+00:00 >b.json
    validate a.json b.json
    jq -e '.result | .build.namespace == "team" and .build.name == "shop-7" and .build.cluster == "east"
        and .build.environment_type == "buildtime" and .build.seconds == 150 and .outcome == "failed"' b.json
    run ! grep -q geheim b.json
    [[ $(jq -r .metadata.document_id b.json) == observation-240602120030-* ]]
    [ "$(jq .result.build.uid a.json)" = "$(jq .result.build.uid b.json)" ]
}

@test "an analysis of another image than the request names is a warning" {
    digest=$(jq -r .result.image.manifest.digest "$inputs/output.json")
    for named in "$digest" "sha256:$(printf '7%.0s' {1..64})"; do
        jq --arg digest "$named" '.result.output.digest = $digest' "$ROOT/tests/golden/observe-build/only-the-request.d/request.json" >request.json
        whole_build --request request.json >"${named:7:1}.json"
    done
    validate ./?.json
    jq -e '[.result.warnings[].code] | index("other-image") == null' "${digest:7:1}.json"
    jq -e '[.result.warnings[] | select(.code == "other-image").input] == ["output"]' 7.json
    whole_build --request request.json --format text | grep '^warning   output: the build request names another digest'
}

@test "a time that is none and an outcome that is none are 2" {
    run_split observe-build --finished yesterday --log-analysis "$inputs/log.json"
    expect 2 "--finished 'yesterday' is no time"
    run_split observe-build --outcome fine --log-analysis "$inputs/log.json"
    expect 2
}

@test "with SOURCE_DATE_EPOCH the whole document is the same" {
    export SOURCE_DATE_EPOCH=1700000000
    whole_build >a
    whole_build >b
    cmp a b
}

@test "--verbose says which named file is absent" {
    run_split whole_build --request nix.json --verbose
    expect 0
    grep -q "request: 'nix.json' is not there and counts as absent" "$BATS_TEST_TMPDIR/stderr"
}

@test "a name that leads nowhere is a warning" {
    observe-build --output-analysis $'no\npe.json' --request nix.json --log-analysis "$inputs/log.json" >a.json
    validate a.json
    jq -e '.result | .output == null and ([.warnings[] | select(.code == "not-there").input] == ["output", "request"])' a.json
    jq -r '.result.warnings[].message' a.json | grep -Fx "the file 'nix.json' is not there"
    observe-build --request nix.json --log-analysis "$inputs/log.json" --format text |
        grep "^warning   request: the file 'nix.json' is not there"
}

@test "an empty name counts as absent: a template's parameter that was not given" {
    observe-build --base-analysis '' --log-analysis "$inputs/log.json" |
        jq -e '.result | .base == null and .warnings == []'
}

@test "a full disk, a closed stdout, a reader that goes away" {
    status=0
    whole_build >/dev/full 2>stderr || status=$?
    [ "$status" = 74 ]
    [ "$(wc -l <stderr)" = 1 ]
    status=0
    whole_build >&- 2>/dev/null || status=$?
    [ "$status" = 74 ]
    whole_build 2>stderr | true
    [ ! -s stderr ]
}

@test "--output is written whole, also over an older file, and --pretty indents" {
    echo old >out.json
    whole_build --output out.json --pretty
    validate out.json
    [ "$(wc -l <out.json)" -gt 10 ]
    run_split observe-build --base-analysis "$inputs/log.json" --output out.json
    expect 76
    jq -e .result.outcome out.json >/dev/null
}

@test "--output /dev/stdout leaves the name what it is, also where it leads to a file" {
    ln -s /proc/self/fd/1 standard
    observe-build --log-analysis "$inputs/log.json" --output standard >document
    [ -L standard ]
    validate document
}

@test "--output with an empty name is 2" {
    run_split observe-build --log-analysis "$inputs/log.json" --output ''
    expect 2 '--output needs the name of a file'
}

@test "a signal while the input still comes leaves nothing, and nohup's work goes on" {
    mkfifo pipe
    exec 5<>pipe
    for signal in TERM:143 INT:130 HUP:129; do
        start step env "--default-signal=${signal%:*}" observe-build --log-analysis pipe --output out.json
        wait_for 5 grep -q observe-build "/proc/$(cat step.pid)/comm"
        sleep 0.2
        kill -"${signal%:*}" "$(cat step.pid)"
        status=0
        wait "$(cat step.pid)" || status=$?
        [ "$status" = "${signal#*:}" ]
        [ -z "$(find . -name 'out.json*')" ]
    done
    exec 5>&-
    trap '' HUP
    start step observe-build --log-analysis pipe
    trap - HUP
    kill -HUP "$(cat step.pid)"
    cat "$inputs/log.json" >pipe
    wait "$(cat step.pid)"
}

@test "an unreadable input is 74" {
    mkdir folder.json
    run_split observe-build --log-analysis folder.json
    expect 74 "folder.json': Is a directory"
}

@test "colour only where it is wanted" {
    whole_build --format text --color always | grep -q $'\033\[32m'
    whole_build --format text >plain
    whole_build --format text --color never >>plain
    run ! grep -q $'\033' plain
}

@test "a terminal gets the page, with colour unless NO_COLOR is set or it is dumb" {
    program_or_skip script
    unset NO_COLOR
    export inputs BIN
    command="observe-build --log-analysis '$inputs/log.json'"
    TERM=xterm script -qec "$command" /dev/null </dev/null >page
    grep -q 'build     ' page
    grep -q $'\033\[1m' page
    NO_COLOR=1 script -qec "$command" /dev/null </dev/null >page
    run ! grep -q $'\033' page
    TERM=dumb script -qec "$command" /dev/null </dev/null >page
    run ! grep -q $'\033' page
}

@test "analyses of ten thousand packages are compared in a second" {
    packages() { # VERSION
        jq -n --arg version "$1" '{metadata: {document_id: "package-extract-\($version)"}, result: {
            schema: {kind: "image-analysis", version: "1.0"}, packages: [range(10000) |
                {type: "deb", name: "p\(. * 7919 % 10007)", version: $version, arch: "all", location: null}]}}'
    }
    packages 1 >base.json
    packages 2 >output.json
    within 1 --base-analysis base.json --output-analysis output.json >observation.json
    [ "$(jq '.result.changed.deb | length' observation.json)" = 10000 ]
}

@test "what is of another type in an input is null in the observation" {
    for wrong in 7 -1 '"x"' '[1]' '{"a": 1}' true; do
        for image in base output; do
            jq --argjson w "$wrong" '.result.packages[] |= (.purl = $w | .arch = $w | .location = $w | .layer = $w | .owner = $w)
                | .result.image |= (.reference = $w | .resolved = $w | .platform = $w | .manifest.digest = $w | .layers[].size = $w)
                | .result."operating-system" = {id: $w, version_id: $w, name: $w, pretty_name: $w}
                | .result."skopeo-inspect" |= (.Created = $w | .Labels = $w) | .result.image_size = $w
                | .result."python-interpreters" = $w | .result."cuda-version" = $w | .result.history = $w
                | .result.layer_files[]? |= (.files = $w | .bytes = $w | .folders = $w | .others = $w)
                | .result.warnings = [{code: "not-read", path: $w, message: $w}, $w]' "$inputs/$image.json" >"$image.json"
        done
        jq --argjson w "$wrong" '.result.packages += [$w, {manager: "pip", name: $w, version: $w, action: $w, line: $w}]
            | .result.failure = $w | .result.steps = $w | .result.images = $w' "$inputs/log.json" >log.json
        observe-build --base-analysis base.json --output-analysis output.json --log-analysis log.json >observation.json
        validate observation.json
        for format in text markdown html; do
            observe-build --base-analysis base.json --output-analysis output.json --log-analysis log.json --format "$format" >page
        done
    done
}

@test "lists that are no lists, and more layers than an image has, are 76" {
    jq '.result.packages = {}' "$inputs/output.json" >odd.json
    run_split observe-build --output-analysis odd.json
    expect 76 "result.packages' is not an array"
    jq '.result.packages[0] = 7' "$inputs/output.json" >odd.json
    run_split observe-build --output-analysis odd.json
    expect 76 "result.packages\[0\]: not an object"
    jq '.result.image.layers = [range(1001) | {digest: "sha256:\(.)"}]' "$inputs/output.json" >odd.json
    run_split observe-build --output-analysis odd.json
    expect 76 "output analysis: more than 1000 layers"
    { printf '[%.0s' {1..1000} && printf ']%.0s' {1..1000}; } >odd.json
    run_split observe-build --output-analysis odd.json
    expect 76
}

@test "twenty thousand packages of which the log is silent are looked at in two seconds" {
    jq -n '{metadata: {document_id: "package-extract-a"}, result: {schema: {kind: "image-analysis", version: "1.0"},
        packages: [], image: {layers: []}}}' >base.json
    jq -n '{metadata: {document_id: "package-extract-b"}, result: {schema: {kind: "image-analysis", version: "1.0"},
        packages: [range(40000) | {type: "pypi", name: "p\(.)", version: "1", location: "/\(if . < 20000 then "a/\(.)" else "b" end)/p.dist-info",
            layer: "sha256:1"}], image: {layers: [{digest: "sha256:1"}]}}}' >output.json
    jq -n '{metadata: {document_id: "buildlog-parser-c"}, result: {schema: {kind: "build-log-analysis", version: "1.0"}, outcome: "succeeded",
        failure: null, packages: [range(20000) | {manager: "pip", name: "p\(.)", version: "1", action: "installed", line: (. + 1)},
            {manager: "pip", name: "gone\(.)", version: "1", action: "installed", line: (. + 1)}],
        steps: [range(20000) | {name: "s", command: "RUN x", status: "succeeded", first_line: 1, last_line: 2}]}}' >log.json
    within 2 --base-analysis base.json --output-analysis output.json --log-analysis log.json >observation.json
    jq -e '.result | (.in_image_not_in_log | length) == 20000 and .in_image_not_in_log[0].reason == "other-environment"
        and (.installed_by_log_not_in_image | length) == 20000' observation.json
}
