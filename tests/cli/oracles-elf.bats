#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What go, nm and the JSON that was put into a file say is what extract-packages lists.

# ROOT: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

# image FOLDER: the document of an image whose one layer is this folder.
image() {
    "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$1" >/dev/null
    extract-packages "oci:$BATS_TEST_TMPDIR/image" >"$BATS_TEST_TMPDIR/document"
}

# modules_of FILE: "module version" of what go prints, a module that was replaced by another as that.
modules_of() {
    go version -m "$1" | awk '
        NR == 1 { sub(/^go/, "", $NF); stdlib = $NF }
        $1 == "=>" && $2 !~ /^[.\/]/ { path = $2; version = $3; next }
        $1 == "=>" { next }
        path != "" { print path, version; path = "" }
        $1 == "mod" || $1 == "dep" { path = $2; version = $3 }
        END { if (path != "") print path, version; print "stdlib", stdlib }'
}

same_as_go() {
    local root=$BATS_TEST_TMPDIR/root
    rm -rf "$root"
    mkdir -p "$root/opt"
    cp "$1" "$root/opt/program"
    image "$root"
    modules_of "$1" | sort >"$BATS_TEST_TMPDIR/expected"
    jq -r '.result.packages[] | select(.type == "golang") | "\(.name) \(.version)"' \
        "$BATS_TEST_TMPDIR/document" | sort >"$BATS_TEST_TMPDIR/actual"
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

# A program of two modules, one of them replaced by another of its own version, without the network.
make_program() {
    mkdir -p "$1/main" "$1/lib"
    printf 'module example.org/main\n\nrequire example.org/lib v1.2.3\n\nreplace example.org/lib v1.2.3 => ../lib\n' \
        >"$1/main/go.mod"
    printf 'module example.org/lib\n' >"$1/lib/go.mod"
    printf 'package lib\n\nfunc Text() string { return "text" }\n' >"$1/lib/lib.go"
    printf 'package main\n\nimport "example.org/lib"\n\nvar version = "none"\n\nfunc main() { println(lib.Text(), version) }\n' \
        >"$1/main/main.go"
}

# go_build SOURCE PROGRAM OPTION...: build it as it is, with nothing from the network.
go_build() {
    local source=$1 program=$2
    shift 2
    (cd "$source/main" && GOFLAGS=-mod=mod GOPROXY=off GOCACHE=$ROOT/build/cache/go \
        CGO_ENABLED=0 GOTOOLCHAIN=local go build "$@" -o "$program" .)
}

@test "go: its own programs" {
    program_or_skip go
    for name in go gofmt; do
        same_as_go "$(go env GOROOT)/bin/$name"
    done
}

@test "go: a program that was just built, stripped, and of both word sizes" {
    program_or_skip go
    local source=$BATS_TEST_TMPDIR/source program=$BATS_TEST_TMPDIR/program arch
    make_program "$source"
    for arch in amd64 386 s390x; do
        GOOS=linux GOARCH=$arch go_build "$source" "$program" -ldflags '-s -w'
        same_as_go "$program" || {
            # "(devel)" is what go prints of a module without a version.
            sed -i 's/^example.org\/main $/example.org\/main (devel)/' "$BATS_TEST_TMPDIR/expected"
            diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
        }
    done
}

@test "go: the version that the linker was told" {
    program_or_skip go
    local source=$BATS_TEST_TMPDIR/source root=$BATS_TEST_TMPDIR/root
    make_program "$source"
    mkdir -p "$root/opt"
    go_build "$source" "$root/opt/program" -ldflags '-X main.version=v4.5.6-rc.1'
    image "$root"
    [ "$(jq -r '.result.packages[] | select(.name == "example.org/main").version' "$BATS_TEST_TMPDIR/document")" = v4.5.6-rc.1 ]
}

# What go calls "(devel)" is listed with the version that flags or commit tell: not compared.
@test "go: no module of this machine's programs is lost" {
    program_or_skip go
    local root=$BATS_TEST_TMPDIR/root program
    mkdir -p "$root/opt"
    : >"$BATS_TEST_TMPDIR/modules"
    for program in /usr/local/bin/* /usr/bin/gh; do
        [ -f "$program" ] && go version "$program" 2>/dev/null | grep -q ': go1' || continue
        [ "$(stat -Lc %s "$program")" -le 134217728 ] || continue
        cp -L "$program" "$root/opt/"
        modules_of "$program" >>"$BATS_TEST_TMPDIR/modules"
    done
    [ -s "$BATS_TEST_TMPDIR/modules" ] || skip 'this machine has no such program'
    image "$root"
    grep -v '(devel)$' "$BATS_TEST_TMPDIR/modules" | sort -u >"$BATS_TEST_TMPDIR/expected"
    jq -r '.result.packages[] | select(.type == "golang") | "\(.name) \(.version)"' \
        "$BATS_TEST_TMPDIR/document" | sort -u >"$BATS_TEST_TMPDIR/actual"
    comm -23 "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual" >"$BATS_TEST_TMPDIR/lost"
    [ ! -s "$BATS_TEST_TMPDIR/lost" ] || {
        cat "$BATS_TEST_TMPDIR/lost"
        return 1
    }
}

@test "rust: the crates that were put into a file" {
    program_or_skip objcopy
    local root=$BATS_TEST_TMPDIR/root
    mkdir -p "$root/opt"
    /usr/bin/python3 - "$BATS_TEST_TMPDIR/audit" <<'PYTHON'
import json, sys, zlib
crates = [{"name": "crate%d" % i, "version": "1.0.%d" % i, "source": "crates.io",
           "kind": "build" if i % 10 == 9 else "runtime",
           "dependencies": [i + 1] if i + 1 < 300 else []} for i in range(300)]
crates[0]["root"] = True
open(sys.argv[1], "wb").write(zlib.compress(json.dumps({"packages": crates}).encode()))
PYTHON
    objcopy --add-section .dep-v0="$BATS_TEST_TMPDIR/audit" "$(type -P true)" "$root/opt/program"
    image "$root"
    [ "$(jq '[.result.packages[] | select(.type == "cargo")] | length' "$BATS_TEST_TMPDIR/document")" = 270 ]
    jq -e '[.result.packages[] | select(.type == "cargo")] | map(select(.requested).name) | sort == ["crate0", "crate1"]' \
        "$BATS_TEST_TMPDIR/document"
    jq -e '.result.packages[] | select(.name == "crate10") | .depends == ["crate11@1.0.11"] and .purl == "pkg:cargo/crate10@1.0.10"' \
        "$BATS_TEST_TMPDIR/document"
}

# Nothing of the network: the crates are folders.
@test "rust: what cargo tree says of a program that cargo auditable built" {
    program_or_skip cargo-auditable
    local source=$BATS_TEST_TMPDIR/source root=$BATS_TEST_TMPDIR/root name
    for name in app direct indirect script; do
        mkdir -p "$source/$name/src"
        printf '[package]\nname = "%s"\nversion = "1.%d.0-rc.1"\nedition = "2021"\n' "$name" ${#name} \
            >"$source/$name/Cargo.toml"
        : >"$source/$name/src/lib.rs"
    done
    mv "$source/app/src/lib.rs" "$source/app/src/main.rs"
    echo 'fn main() {}' | tee "$source/app/build.rs" >"$source/app/src/main.rs"
    printf '[dependencies]\ndirect = { path = "../direct" }\n[build-dependencies]\nscript = { path = "../script" }\n' \
        >>"$source/app/Cargo.toml"
    printf '[dependencies]\nindirect = { path = "../indirect" }\n' >>"$source/direct/Cargo.toml"
    mkdir -p "$root/opt"
    (cd "$source/app" && cargo auditable build --offline --quiet --target-dir "$BATS_TEST_TMPDIR/target" >&2 &&
        cargo tree --offline --prefix none --edges normal) |
        sed 's/ v/ /; s/ (.*//' | sort >"$BATS_TEST_TMPDIR/expected"
    cp "$BATS_TEST_TMPDIR/target/debug/app" "$root/opt"
    image "$root"
    jq -r '.result.packages[] | select(.type == "cargo") | "\(.name) \(.version)"' "$BATS_TEST_TMPDIR/document" |
        sort >"$BATS_TEST_TMPDIR/actual"
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/actual")" = 3 ]
    [ "$(jq -r '[.result.packages[] | select(.requested).name] | sort | join(" ")' "$BATS_TEST_TMPDIR/document")" = "app direct" ]
}

# The libraries of this machine, in a folder that ld.so.conf names and in one that is searched anyhow.
@test "system symbols: what nm prints" {
    program_or_skip nm
    local root=$BATS_TEST_TMPDIR/root library name folder
    mkdir -p "$root/usr/lib64" "$root/opt/libs" "$root/opt/other" "$root/etc/ld.so.conf.d"
    ln -s usr/lib64 "$root/lib64"
    printf '# a comment\ninclude /etc/ld.so.conf.d/*.conf\n' >"$root/etc/ld.so.conf"
    printf '/opt/libs\n' >"$root/etc/ld.so.conf.d/opt.conf"
    : >"$BATS_TEST_TMPDIR/expected"
    for name in libc.so.6 libm.so.6 libz.so.1 libgcc_s.so.1 libstdc++.so.6 libcrypto.so.3 libssl.so.3 libacl.so.1; do
        library=$(ldconfig -p | awk -v name="$name" '$1 == name { print $NF; exit }')
        [ -n "$library" ] || continue
        cp -L "$library" "$root/usr/lib64/$name"
        cp -L "$library" "$root/opt/libs/$name"
        cp -L "$library" "$root/opt/other/$name"
        for folder in lib64 usr/lib64 opt/libs; do
            nm -D "$library" | awk -v path="/$folder/$name" '$2 == "A" && $1 ~ /^0+$/ { print path, $3 }'
        done | sed 's/@@*.*//' >>"$BATS_TEST_TMPDIR/expected"
    done
    sort -o "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/expected"
    [ "$(wc -l <"$BATS_TEST_TMPDIR/expected")" -gt 50 ]
    image "$root"
    jq -r '.result["system-symbols"] | to_entries[] | "\(.key) \(.value[])"' "$BATS_TEST_TMPDIR/document" |
        sort >"$BATS_TEST_TMPDIR/actual"
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

@test "system symbols: what nm prints of up to 300 libraries" {
    program_or_skip nm
    local root=$BATS_TEST_TMPDIR/root library count=0
    mkdir -p "$root/usr/lib"
    : >"$BATS_TEST_TMPDIR/expected"
    for library in "$(dirname "$(ldconfig -p | awk '$1 == "libc.so.6" { print $NF; exit }')")"/lib*.so.*; do
        [ -f "$library" ] && [ ! -L "$library" ] && [ "$count" -lt 300 ] || continue
        count=$((count + 1))
        cp "$library" "$root/usr/lib/"
        nm -D "$library" 2>/dev/null |
            awk -v path="/usr/lib/${library##*/}" '$2 == "A" && $1 ~ /^0+$/ { print path, $3 }' |
            sed 's/@@*.*//' >>"$BATS_TEST_TMPDIR/expected"
    done
    [ -s "$BATS_TEST_TMPDIR/expected" ] || skip 'this machine has no such library'
    sort -o "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/expected"
    image "$root"
    jq -r '.result["system-symbols"] | to_entries[] | "\(.key) \(.value[])"' "$BATS_TEST_TMPDIR/document" |
        sort >"$BATS_TEST_TMPDIR/actual"
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

# As auditwheel leaves the libraries of a wheel: patchelf puts what it made longer behind everything else, several times.
@test "libraries that patchelf changed are read in one pass, and tell what nm prints" {
    program_or_skip nm
    program_or_skip patchelf
    local root=$BATS_TEST_TMPDIR/root name library
    mkdir -p "$root/usr/lib"
    for name in libz.so.1 libstdc++.so.6 libgcc_s.so.1; do
        library=$(ldconfig -p | awk -v name="$name" '$1 == name { print $NF; exit }')
        [ -n "$library" ] || skip "this machine has no $name"
        cp -L "$library" "$root/usr/lib/$name"
        patchelf --set-soname "${name%%.so*}-0123456789abcdef.so" "$root/usr/lib/$name"
        patchelf --replace-needed libc.so.6 libc-0123456789abcdef.so.6 "$root/usr/lib/$name"
        patchelf --force-rpath --set-rpath "\$ORIGIN/../a-folder-of-some-length.libs" "$root/usr/lib/$name"
    done
    for name in "$root"/usr/lib/*; do
        nm -D "$name" | awk -v path="/usr/lib/${name##*/}" '$2 == "A" && $1 ~ /^0+$/ { print path, $3 }'
    done | sed 's/@@*.*//' | sort >"$BATS_TEST_TMPDIR/expected"
    image "$root"
    jq -r '.result["system-symbols"] | to_entries[] | "\(.key) \(.value[])"' "$BATS_TEST_TMPDIR/document" |
        sort >"$BATS_TEST_TMPDIR/actual"
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
    extract-packages --verbose "oci:$BATS_TEST_TMPDIR/image" 2>&1 >/dev/null | grep 'read 1 layers, 1 times in all'
}
