#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# An unpacked root file system: what is in it as in an image of one layer, and nothing outside of it.

# shellcheck disable=SC2154 # run_split sets stderr
load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    unset BUILD_ANALYSIS_NO_SANDBOX
    dist=root/usr/lib/python3/dist-packages/demo-1.0.dist-info
    mkdir -p root/etc root/var/lib/dpkg root/usr/bin "$dist"
    printf 'ID=debian\nVERSION_ID="12"\n' >root/usr/lib/os-release
    ln -s ../usr/lib/os-release root/etc/os-release
    printf 'Package: demo\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1:1.0-1\n\n' >root/var/lib/dpkg/status
    printf 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n' >"$dist/METADATA"
    echo 'demo.py,,' >"$dist/RECORD"
    echo 'print(1)' >root/usr/lib/python3/dist-packages/demo.py
}

# listed FILTER: of the result of a run on root.
listed() {
    run_split extract-packages --format json rootfs:root
    expect 0 || return 1
    jq -c ".result | $1" stdout
}

warned() {
    listed '[.warnings[] | "\(.code) \(.path): \(.message)"]'
}

# A test that fails must not leave its writer running.
teardown() { stop churn; }

@test "the same packages as an image of the same files" {
    "$ROOT/tests/lib/make-image" image t root >/dev/null
    extract-packages --format json oci:image:t >image.json
    what='del(.image, .layers, .layer_files, .image_size, .history, ."skopeo-inspect") | .packages |= map(del(.layer))'
    [ "$(listed "$what")" = "$(jq -c ".result | $what" image.json)" ]
    [ "$(listed '[.packages[].purl]')" = '["pkg:deb/debian/demo@1%3A1.0-1?arch=amd64&distro=debian-12","pkg:pypi/demo@1.0"]' ]
    [ "$(listed '."operating-system".id, .warnings')" = $'"debian"\n[]' ]
    validate stdout
}

@test "all of a large image's, unpacked" {
    extract-packages --format json "oci:$TESTDATA/demo/images:output" >image.json
    rm -rf root && mkdir root
    for layer in $(jq -r '.result.layers[]' image.json); do
        tar -C root -xzf "$TESTDATA/demo/images/blobs/sha256/$layer"
        # None of them hides a name that its own layer has.
        find root -name '.wh.*' | while read -r marker; do
            rm -rf "${marker%.wh.*}${marker##*.wh.}" "$marker"
        done
    done
    [ "$(listed '[.packages[] | del(.layer)]')" = "$(jq -c '[.result.packages[] | del(.layer)]' image.json)" ]
    [ "$(listed '."python-files"')" = "$(jq -c '.result."python-files"' image.json)" ]
}

@test "it is known by what is in it, wherever it lies, and whatever is asked of it" {
    first=$(listed '[.layers, .image.manifest.digest, .image_size]')
    [ "$(jq '.result.layers | length' stdout)" = 1 ]
    [ "$(jq -r '.result.packages[0].layer' stdout)" = "sha256:$(jq -r '.result.layers[0]' stdout)" ]
    cp -r root other
    mv root away && mv other root
    touch root/etc
    [ "$(listed '[.layers, .image.manifest.digest, .image_size]')" = "$first" ]
    for options in --no-sandbox --catalogers=dpkg --no-digests --jobs=1 --layer-cache=cache; do
        run_split extract-packages --format json "$options" rootfs:root
        expect 0
        [ "$(jq -c '.result | [.layers, .image.manifest.digest, .image_size]' stdout)" = "$first" ]
    done
    [ ! -e cache ]
    echo 'print(2)' >root/usr/lib/python3/dist-packages/demo.py
    [ "$(listed '[.layers, .image.manifest.digest, .image_size]')" != "$first" ]
}

@test "names that are whiteouts in a layer are names" {
    : >root/usr/lib/python3/dist-packages/.wh.demo.py
    : >root/var/lib/dpkg/.wh..wh..opq
    [ "$(listed '[.packages[].name]')" = '["demo","demo"]' ]
    mkdir -p root/opt/.wh.site/other-2.0.dist-info
    printf 'Metadata-Version: 2.1\nName: other\nVersion: 2.0\n' >root/opt/.wh.site/other-2.0.dist-info/METADATA
    [ "$(listed '[.packages[].name]')" = '["demo","demo","other"]' ]
}

@test "links resolve inside, and lead to nothing outside" {
    mkdir -p outside/dpkg root/usr/lib/sysimage
    printf 'Package: secret\nStatus: install ok installed\nArchitecture: all\nVersion: 1\n\n' >outside/dpkg/status
    # A database in a folder that is an absolute link, as seen from inside.
    mv root/var/lib/dpkg root/usr/lib/sysimage/dpkg
    ln -s /usr/lib/sysimage/dpkg root/var/lib/dpkg
    [ "$(listed '[.packages[] | select(.type == "deb").name]')" = '["demo"]' ]
    for target in "$PWD/outside/dpkg" ../../../../outside/dpkg; do
        ln -sfn "$target" root/var/lib/dpkg
        [ "$(listed '[.packages[] | select(.type == "deb").name]')" = '[]' ]
    done
    # DIR itself may be one.
    ln -s root link
    run_split extract-packages --format json rootfs:link
    expect 0
    [ "$(jq '.result.packages | length' stdout)" = 1 ]
}

@test "pipes and sockets are not opened" {
    mkfifo root/var/lib/dpkg/status.d root/usr/bin/python3.11 root/usr/lib/x.dist-info
    run_split timeout 60 extract-packages --format json rootfs:root
    expect 0
    [ "$(jq -c .result.warnings stdout)" = '[]' ]
    rm root/var/lib/dpkg/status && mkfifo root/var/lib/dpkg/status
    run_split timeout 60 extract-packages --format json rootfs:root
    expect 0
    [ "$(jq -c '[.result.packages[].type]' stdout)" = '["pypi"]' ]
}

@test "nothing but what lies below is opened, and of what nobody wants the first bytes alone are read" {
    program_or_skip strace
    head -c 20000000 /dev/zero >root/usr/bin/zeros
    ln -s /etc/passwd root/etc/passwd
    strace -f -y -e trace=openat,openat2,open,read,pread64,readlinkat -o trace \
        extract-packages --format json rootfs:root >out.json || skip "strace cannot trace here"
    grep -q 'openat2([0-9]*<[^>]*/root>, "usr/bin/zeros", .*RESOLVE_BENEATH' trace
    if grep 'openat2(' trace | grep -v '/root>, "[^/"][^"]*", .*RESOLVE_NO_XDEV.*RESOLVE_NO_SYMLINKS.*RESOLVE_BENEATH'; then return 1; fi
    if grep -F '/etc/passwd' trace | grep -v readlinkat | grep -F 'open("/etc/passwd'; then return 1; fi
    # 4096 bytes of 20 MB.
    [ "$(grep -c 'pread64([0-9]*<[^>]*/usr/bin/zeros>' trace)" = 1 ]
    grep -q 'pread64([0-9]*<[^>]*/usr/bin/zeros>.* = 4096$' trace
}

@test "what cannot be read is told, and the rest is listed" {
    if [ "$(id -u)" = 0 ]; then
        # Root may read all: a folder that something else is mounted on then.
        unshare --mount true 2>/dev/null || skip "cannot mount here"
        mkdir root/mnt
        run_split unshare --mount sh -c 'mount -t tmpfs none root/mnt && touch root/mnt/x && exec extract-packages --format json rootfs:root'
        expect 0
        [ "$(jq -c '[.result.warnings[] | .code + " " + .path + ": " + .message]' stdout)" = \
            '["unreadable /mnt: another file system is mounted there: it is not listed, nor what is in it"]' ]
        run_split unshare --mount sh -c 'mount -t tmpfs none root/mnt && exec extract-packages --strict --format json rootfs:root'
        expect 76 "unreadable"
    else
        chmod 0 root/var/lib/dpkg/status root/usr/lib/python3
        [ "$(warned)" = '["unreadable /usr/lib/python3: cannot be opened: Permission denied: it is not listed, nor what is in it","unreadable /var/lib/dpkg/status: cannot be opened: Permission denied: it is not listed, nor what is in it"]' ]
        chmod 755 root/usr/lib/python3
    fi
    [ "$(jq '.result.packages | length' stdout)" -ge 0 ]
}

@test "what changes while it is read" {
    mkdir -p root/churn
    start churn sh -c 'while :; do for i in 1 2 3 4 5 6 7 8; do mkdir -p root/churn/d$i; cp root/usr/lib/python3/dist-packages/demo.py root/churn/d$i/x.py; done; rm -rf root/churn/d*; done'
    for _ in 1 2 3 4 5; do
        run_split extract-packages --format json rootfs:root
        expect 0
        [ "$(jq '[.result.packages[] | select(.name == "demo")] | length' stdout)" = 2 ]
        [ "$(jq '[.result.warnings[] | select(.code != "unreadable")] | length' stdout)" = 0 ]
    done
    stop churn
}

@test "no folder" {
    run_split extract-packages rootfs:nowhere
    expect 66 "cannot open the folder 'nowhere': No such file or directory"
    run_split extract-packages rootfs:root/usr/lib/os-release
    expect 74 "cannot open the folder 'root/usr/lib/os-release': Not a directory"
    run_split extract-packages rootfs:
    expect 2 "'rootfs:' names no folder"
    run_split fetch-image rootfs:root
    expect 2 "the transport 'rootfs:' is not supported"
    mkdir empty
    run_split extract-packages --format json rootfs:empty
    expect 0
    [ "$(jq -c '.result | [.packages, (.layers | length)]' stdout)" = '[[],1]' ]
}
