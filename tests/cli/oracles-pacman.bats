#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What pacman says it installed is what extract-packages lists.

# ROOT, SHARED: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

setup() {
    program_or_skip makepkg
    program_or_skip pacman
    work=$BATS_TEST_TMPDIR
}

# as_nobody COMMAND...: makepkg will not run as root, and needs no more of it than this folder.
as_nobody() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=+dac_override \
            --ambient-caps=+dac_override "$@"
    else
        "$@"
    fi
}

# ask OPTION...: pacman on the root.
ask() {
    pacman --config "$work/pacman.conf" --root "$work/root" --dbpath "$work/root/var/lib/pacman" \
        --cachedir "$work/cache" --logfile "$work/log" --noconfirm "$@"
}

# Two packages of one base, with a file that both could be asked for.
make_packages() {
    mkdir "$work/build"
    cat >"$work/build/PKGBUILD" <<'PKGBUILD'
pkgbase=demo
pkgname=(demo demo-libs)
epoch=1
pkgver=1.2
pkgrel=3
arch=(any)
license=('MIT' 'custom:two words')
package_demo() {
    depends=('demo-libs>=1.2' 'sh')
    provides=('demonstration=1')
    replaces=('older')
    backup=('etc/demo.conf')
    mkdir -p "$pkgdir/etc" "$pkgdir/usr/lib/site-packages/demo-1.2.dist-info"
    echo x >"$pkgdir/etc/demo.conf"
    printf 'Name: demo\nVersion: 1.2\n' >"$pkgdir/usr/lib/site-packages/demo-1.2.dist-info/METADATA"
}
package_demo-libs() {
    mkdir -p "$pkgdir/usr/lib"
    echo lib >"$pkgdir/usr/lib/libdemo.so"
}
PKGBUILD
    (cd "$work/build" && as_nobody makepkg --nodeps --nosign >"$work/talk" 2>&1) || {
        cat "$work/talk"
        return 1
    }
}

install_packages() {
    mkdir -p "$work/root/var/lib/pacman"
    printf '[options]\nArchitecture = auto\nSigLevel = Never\n' >"$work/pacman.conf"
    if ! ask --noscriptlet -dd -U --asdeps "$work"/build/demo-libs-*.pkg.tar* >"$work/talk" 2>&1 ||
        ! ask --noscriptlet -dd -U "$work"/build/demo-1*.pkg.tar* >>"$work/talk" 2>&1; then
        cat "$work/talk"
        return 1
    fi
}

@test "pacman: packages that makepkg made and pacman installed" {
    [ "$(id -u)" = 0 ] || skip 'pacman installs as root only'
    make_packages
    install_packages
    "$ROOT/tests/lib/make-image" "$work/image" latest "$work/root" >/dev/null
    extract-packages "oci:$work/image" >"$work/document"
    validate "$work/document"
    [ "$(jq -c .result.warnings "$work/document")" = '[]' ]

    ask -Q >"$work/expected"
    [ "$(wc -l <"$work/expected")" = 2 ]
    jq -r '.result.packages[] | select(.type == "alpm") | "\(.name) \(.version)"' "$work/document" |
        sort | diff "$work/expected" -
    ask -Qe | diff - <(jq -r '.result.packages[] | select(.requested) | "\(.name) \(.version)"' "$work/document")
    # Lists are parted by two blanks.
    ask -Qi | sed -n 's/^\(Name\|Architecture\|Licenses\|Provides\|Depends On\|Replaces\) *: //p' |
        sed 's/^None$//' >"$work/expected"
    jq -r '.result.packages[] | select(.type == "alpm") |
        .name, .arch, (.licenses, .provides, .depends, .replaces | join("  "))' "$work/document" |
        diff "$work/expected" -
    # Whose file the distribution is.
    [ "$(ask -Qqo "$work/root/usr/lib/site-packages/demo-1.2.dist-info/METADATA")" = demo ]
    [ "$(jq -r '.result.packages[] | select(.type == "pypi") | .owner' "$work/document")" = demo ]
}
