# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For bats files of tests/servers, after helpers: one registry for all tests of a file.
#   setup_file() { registry_up --proxy; push small team/app:1; }
#   setup() { new_layout; }
#   teardown_file() { registries_down; }

export REGISTRIES=$BATS_FILE_TMPDIR/registries

# registry_up [-n NAME] [OPTION...]: starts one (tests/servers/registry-up); its place is in $host, its
# folder $registry.  Users: ada with the password lovelace:1, bob with builder.  A further one has a name.
registry_up() {
    local name=registry
    [ "$1" != -n ] || { name=$2 && shift 2; }
    export registry=$REGISTRIES/$name
    mkdir -p "$registry"
    printf '%s\n' ada:lovelace:1 bob:builder >"$registry/users"
    read -r host _ < <("$ROOT/tests/servers/registry-up" "$@" "$registry")
    export host
}

# only_debians WHY, only_others WHY: the test skips where another registry is started than Debian's
# (tests/servers/registry-up), or that one.
only_debians() {
    [ -z "${REGISTRY_SERVER:-}" ] || skip "not this registry: $1"
}
only_others() {
    [ -n "${REGISTRY_SERVER:-}" ] || skip "not Debian's docker-registry: $1"
}

# use NAME: the one that a test is about; $host is its proxy.
use() {
    registry=$REGISTRIES/$1
    host=$(place proxy)
}

registries_down() {
    local dir
    for dir in "$REGISTRIES"/*/; do
        "$ROOT/tests/servers/registry-down" "$dir"
    done
}

# new_layout: an empty place for what a test fetches, and nothing goes wrong.
new_layout() {
    layout=$BATS_TEST_TMPDIR/layout
    rm -rf "$layout"
    inject ''
}

# images: the layout with the images that this file asked for; made once (tests/servers/make-images).
images() {
    "$ROOT/tests/servers/make-images" "$BATS_FILE_TMPDIR/images" "$@"
}

# push IMAGE REPOSITORY:TAG...: by skopeo, past proxy and passwords (without --proxy: as ada).  An
# index is then put there again as it is: skopeo writes one of its own.
push() {
    local image=$1 place type
    shift
    images "$image"
    for place; do
        skopeo copy -q --all --dest-tls-verify=false --dest-creds ada:lovelace:1 \
            "oci:$BATS_FILE_TMPDIR/images:$image" "docker://$(behind)/$place"
        type=$(manifest_of "$image" | jq -r .mediaType)
        [[ $type != *index* ]] || manifest_of "$image" | put_manifest "$type" "$place"
    done
}

# put_manifest TYPE REPOSITORY:TAG: the bytes of stdin.
put_manifest() {
    curl -sSf --noproxy '*' -X PUT -H "Content-Type: $1" --data-binary @- \
        "http://$(behind)/v2/${2%:*}/manifests/${2##*:}"
}

# behind: the place of a registry that has the same and wants no password.
behind() {
    local out=$registry/storage.out
    [ -e "$out" ] || out=$registry/registry.out
    sed -n 's/.*listening on \(127\.0\.0\.1:[0-9]*\).*/\1/p' "$out" | grep -m 1 .
}

# digest_of IMAGE: of the image that was pushed.
digest_of() {
    jq -r --arg tag "$1" '.manifests[] | select(.annotations["org.opencontainers.image.ref.name"] == $tag).digest' \
        "$BATS_FILE_TMPDIR/images/index.json"
}

# manifest_of IMAGE: its manifest or index.
manifest_of() {
    cat "$BATS_FILE_TMPDIR/images/blobs/sha256/$(digest_of "$1" | cut -c8-)"
}

# place NAME: of a port of the proxy.
place() {
    printf '127.0.0.1:%s\n' "$(cat "$registry/$1.port")"
}

# inject [LINE...]: these faults from now on (tests/fakes/proxy), and nothing is recorded yet.
inject() {
    printf '%s\n' "$@" >"$registry/faults.new"
    mv "$registry/faults.new" "$registry/faults"
    rm -f "$registry"/{requests,bodies,token.log}
}

# token_settings [WORD...]: how the token server behaves from now on.
token_settings() {
    echo "$@" >"$registry/token.settings.new"
    mv "$registry/token.settings.new" "$registry/token.settings"
}

# requests FILTER: how many of the proxy's requests the jq filter holds for.
requests() {
    [ -e "$registry/requests" ] || : >"$registry/requests"
    jq -s "map(select($1)) | length" "$registry/requests"
}

# asked N FILTER: fails with the record when it is another number.
asked() {
    [ "$(requests "$2")" = "$1" ] || {
        echo "not $1 requests with $2:" >&2
        jq -r '[.at, .method, .target[0:90], .credential, .range, .status, .fault] | map(. // "-" | tostring) | join(" ")' \
            "$registry/requests" >&2
        return 1
    }
}

# bodies_ended: waits until the proxy's record of bodies is complete.
bodies_ended() {
    wait_for 10 bodies_recorded
}
bodies_recorded() {
    [ "$(jq -s length "$registry/bodies")" = "$(requests '.status > 0 and .method != "HEAD"')" ]
}

# fetch REF [OPTION...]: into the layout; what may pass is tried again for three seconds.
fetch() {
    BUILD_ANALYSIS_RETRY_TIME=${BUILD_ANALYSIS_RETRY_TIME:-3} run_split fetch-image --tls-verify=false --layout "$layout" "$@"
}

# same_blobs: every blob of the layout has the digest that is its name.
same_blobs() {
    (cd "$layout/blobs/sha256" && for f in *; do [[ ! $f =~ ^[0-9a-f]{64}$ ]] || echo "$f  $f"; done | sha256sum -c --quiet)
}

# no_bad_blob: there may be none at all.
no_bad_blob() {
    [ -z "$(find "$layout/blobs" -type f -regextype posix-extended -regex '.*/[0-9a-f]{64}' 2>/dev/null)" ] || same_blobs
}

# no_image: no manifest is in the layout, no blob whose name is not its digest, nothing half done.
no_image() {
    [ "$(jq '.manifests | length' "$layout/index.json" 2>/dev/null || echo 0)" = 0 ]
    [ -z "$(find "$layout" -name '*.tmp*' 2>/dev/null)" ]
    no_bad_blob
}

# same_as_skopeo REF [OPTION...]: what was fetched is what skopeo copies, manifest, config and layers.
same_as_skopeo() {
    local theirs=$BATS_TEST_TMPDIR/theirs digest
    rm -rf "$theirs"
    skopeo copy -q --src-tls-verify=false "${@:2}" "docker://$1" "oci:$theirs:it"
    digest=$(jq -r '.manifests[0].digest' "$theirs/index.json")
    [ "$(jq -r .result.manifest.digest "$BATS_TEST_TMPDIR/stdout")" = "$digest" ]
    diff -r "$theirs/blobs" "$layout/blobs"
}
