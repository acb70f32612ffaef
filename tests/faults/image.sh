# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# For setups: $INPUT/image becomes a small OCI layout, tag `it`: two layers with an os-release, a
# dpkg database, a Python package and a whiteout.
small_image() {
    local lower=$INPUT/lower upper=$INPUT/upper site
    site=usr/lib/python3/dist-packages/demo-1.0.dist-info
    mkdir -p "$lower/etc" "$lower/var/lib/dpkg" "$lower/$site" "$upper/etc"
    printf 'ID=debian\nVERSION_ID="12"\n' >"$lower/etc/os-release"
    printf 'Package: demo\nStatus: install ok installed\nArchitecture: amd64\nVersion: 1:1.0-1\nDepends: libc6 (>= 2.3)\n\n' \
        >"$lower/var/lib/dpkg/status"
    printf 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n' >"$lower/$site/METADATA"
    echo 'demo.py,,' >"$lower/$site/RECORD"
    echo 'print(1)' >"$lower/usr/lib/python3/dist-packages/demo.py"
    : >"$lower/etc/motd"
    : >"$upper/etc/.wh.motd"
    "$ROOT/tests/lib/make-image" "$INPUT/image" it "$lower" "$upper"
}
