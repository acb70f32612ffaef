# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# layout.sh: what the makers of benchmark images share: an OCI layout from tars, in $dir.
# Sourced with $dir set; everything is made in $new beside it, which becomes $dir at the end.
#   apt-get install jq

: "${dir:?}"
epoch=${SOURCE_DATE_EPOCH:-1717243200}      # 2024-06-01 12:00 UTC

die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# layout_begin TOOL...: end well when the layout is there already, else make $new.
layout_begin() {
    local tool
    [ ! -e "$dir/index.json" ] || exit 0
    [ ! -e "$dir" ] || die "$dir is there but is no layout; remove it"
    for tool in jq "$@"; do
        command -v "$tool" >/dev/null || die "$tool is missing; see the apt-get line in $0"
    done
    new=$dir.new.$$
    trap 'layout_abandon' EXIT
    mkdir -p "$new/blobs/sha256"
    : >"$new/layers"
}

layout_abandon() { rm -rf "$new"; }

# add_blob FILE: move FILE into the layout under its digest, which is printed.
add_blob() {
    local hex
    hex=$(sha256sum <"$1" | cut -d ' ' -f 1)
    mv "$1" "$new/blobs/sha256/$hex"
    printf 'sha256:%s\n' "$hex"
}

# add_layer: the tar on stdin becomes the next layer, gzip -6.  Nothing as large as the tar is
# written: it flows through.
add_layer() {
    local digest
    mkfifo "$new/tar.fifo" "$new/size.fifo"
    sha256sum <"$new/tar.fifo" | cut -d ' ' -f 1 >"$new/tar.sha256" &
    wc -c <"$new/size.fifo" >"$new/tar.size" &
    tee "$new/tar.fifo" "$new/size.fifo" | gzip -6n >"$new/layer.gz"
    wait
    digest=$(add_blob "$new/layer.gz")
    printf '%s sha256:%s %s\n' "$digest" "$(cat "$new/tar.sha256")" "$(cat "$new/tar.size")" \
        >>"$new/layers"
    rm "$new"/tar.* "$new/size.fifo"
}

# descriptor MEDIA_TYPE DIGEST SUFFIX: of a blob of the layout, as JSON.
descriptor() {
    jq -nc --arg type "application/vnd.oci.image.$1+$3" --arg digest "$2" \
        --argjson size "$(stat -c %s "$new/blobs/sha256/${2#sha256:}")" \
        '{mediaType: $type, digest: $digest, size: $size}'
}

# layout_end TAG: config, manifest and index for the layers so far; $new becomes $dir.
layout_end() {
    local config manifest created digest size
    created=$(date -u -d "@$epoch" +%FT%TZ)
    cut -d ' ' -f 2 "$new/layers" | jq -Rnc --arg created "$created" '[inputs] |
        {created: $created, architecture: "amd64", os: "linux", config: {Cmd: ["/bin/sh"]},
         rootfs: {type: "layers", diff_ids: .},
         history: map({created: $created, created_by: "tests/bench"})}' >"$new/config"
    config=$(add_blob "$new/config")
    while read -r digest _; do
        descriptor layer.v1.tar "$digest" gzip
    done <"$new/layers" | jq -sc --argjson config "$(descriptor config.v1 "$config" json)" \
        '{schemaVersion: 2, mediaType: "application/vnd.oci.image.manifest.v1+json",
          config: $config, layers: .}' >"$new/manifest"
    manifest=$(add_blob "$new/manifest")
    descriptor manifest.v1 "$manifest" json | jq -c --arg tag "$1" '{schemaVersion: 2,
        manifests: [. + {annotations: {"org.opencontainers.image.ref.name": $tag}}]}' \
        >"$new/index.json"
    printf '{"imageLayoutVersion":"1.0.0"}\n' >"$new/oci-layout"
    while read -r digest _ size; do
        printf '%s: layer %s: tar %s bytes, blob %s bytes\n' "$1" "${digest:7:12}" "$size" \
            "$(stat -c %s "$new/blobs/sha256/${digest#sha256:}")" >&2
    done <"$new/layers"
    rm "$new/layers"
    mv "$new" "$dir"
}

# apt_sources: this machine's own, as mmdebstrap takes them.
apt_sources() {
    local file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources}; do
        [ ! -s "$file" ] || printf '%s\n' "$file"
    done
}
