#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What a program prints of itself is the version that extract-packages reads from its bytes,
# when no package owns it.

# ROOT: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

# elf_or_skip PATH: the program is there and is one.
elf_or_skip() {
    [ -x "${1:-/nowhere}" ] || skip 'this machine has no such program'
    [ "$(head -c 4 "$1" | od -An -tx1 | tr -d ' ')" = 7f454c46 ] || skip "'$1' is no ELF file"
    [ "$(stat -Lc %s "$1")" -le 134217728 ] || skip "'$1' has more than 128 MiB"
}

# analyse: the document of an image whose one layer is what put() has put there.
analyse() {
    "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$BATS_TEST_TMPDIR/root" >/dev/null
    extract-packages "oci:$BATS_TEST_TMPDIR/image" >"$BATS_TEST_TMPDIR/document"
    validate "$BATS_TEST_TMPDIR/document"
}

# versions_of NAME: those that are listed under that name.
versions_of() { jq -r --arg name "$1" '.result.packages[] | select(.type == "generic" and .name == $name) | .version' "$BATS_TEST_TMPDIR/document"; }

# put FILE FOLDER [NAME]: a copy in the image, under its own name or this one.
put() {
    mkdir -p "$BATS_TEST_TMPDIR/root/$2"
    cp -L "$1" "$BATS_TEST_TMPDIR/root/$2/${3:-$(basename "$1")}"
}

# same NAME PROGRAM FOLDER VERSION [ALIAS]: the program, in that folder, is listed with this version.
same() {
    elf_or_skip "$2"
    put "$2" "$3" "${5:-}"
    analyse
    [ -n "$4" ]
    [ "$(versions_of "$1")" = "$4" ] || {
        echo "$1 $4 is listed as: $(versions_of "$1")" >&2
        return 1
    }
}

# program NAME: the file that a command of that name runs.
program() { readlink -f "$(command -v "$1" || true)" || true; }

@test "python: each interpreter of this machine" {
    count=0
    for python in /usr/bin/python3.*[0-9] /usr/local/bin/python3.*[0-9] "${PYENV_ROOT:-/nowhere}"/versions/*/bin/python[23].*[0-9]; do
        [ -x "$python" ] && [ ! -L "$python" ] || continue
        rm -rf "$BATS_TEST_TMPDIR/root" "$BATS_TEST_TMPDIR/image"
        put "$python" usr/local/bin
        library=$("$python" -c 'import sysconfig; v = sysconfig.get_config_vars(); print(v["LIBDIR"] + "/" + v["INSTSONAME"] if v.get("Py_ENABLE_SHARED") else "")')
        if [ -f "$library" ]; then put "$library" usr/local/lib; fi
        ln -s "$(basename "$python")" "$BATS_TEST_TMPDIR/root/usr/local/bin/python"
        analyse
        printed=$("$python" --version 2>&1)
        expected=$(printf '/usr/local/bin/python /usr/local/bin/%s %s\n/usr/local/bin/%s /usr/local/bin/%s %s' \
            "${python##*/}" "$printed" "${python##*/}" "${python##*/}" "$printed")
        [ "$(jq -r '.result["python-interpreters"][] | "\(.path) \(.link) \(.version)"' "$BATS_TEST_TMPDIR/document")" = "$expected" ]
        [ "$(versions_of python)" = "${printed#Python }" ]
        count=$((count + 1))
    done
    echo "# $count interpreters" >&3
    [ $count -gt 0 ] || skip 'this machine has no Python'
}

@test "perl" {
    program_or_skip perl
    perl=$(program perl)
    elf_or_skip "$perl"
    library=$(ldd "$perl" | awk '/libperl/ {print $3}')
    if [ -n "$library" ]; then put "$(readlink -f "$library")" usr/lib libperl.so; fi
    same perl "$perl" usr/local/bin "$(perl -e 'printf "%vd", $^V')"
}

@test "openssl" {
    program_or_skip openssl
    same openssl "$(program openssl)" usr/local/bin "$(openssl version | cut -d' ' -f2)"
}

@test "busybox" {
    program_or_skip busybox
    same busybox "$(program busybox)" usr/local/bin "$(busybox | sed -n 's/^BusyBox v\([^ ]*\).*/\1/p')"
}

@test "node" {
    program_or_skip node
    version=$(node --version)
    library=$(ldd "$(program node)" 2>/dev/null | awk '/libnode/ {print $3}')
    if [ -n "$library" ]; then put "$(readlink -f "$library")" usr/lib libnode.so.1; fi
    same node "$(program node)" usr/local/bin "${version#v}" node
}

@test "ruby" {
    program_or_skip ruby
    library=$(ldd "$(program ruby)" | awk '/libruby/ {print $3}')
    if [ -n "$library" ]; then put "$(readlink -f "$library")" usr/lib; fi
    same ruby "$(program ruby)" usr/local/bin "$(ruby --version | cut -d' ' -f2)"
}

@test "php" {
    program_or_skip php
    same php "$(program php)" usr/local/bin "$(php -r 'echo PHP_VERSION;')"
}

@test "go" {
    program_or_skip go
    root=$(go env GOROOT)
    [ -s "$root/VERSION" ] || skip "GOROOT has no file VERSION"
    put "$root/VERSION" usr/local/go
    analyse
    printed=$(cd "$root" && GOTOOLCHAIN=local "$root/bin/go" env GOVERSION)
    [ "$(versions_of go)" = "${printed#go}" ]
}

@test "openjdk" {
    program_or_skip java
    home=$(dirname "$(dirname "$(program java)")")
    [ -s "$home/release" ] || skip "'$home' has no file release"
    put "$(readlink -f "$home/release")" opt/java release
    analyse
    [ "$(versions_of openjdk)" = "$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.version = //p')" ]
}

@test "nginx" {
    program_or_skip nginx
    same nginx "$(program nginx)" usr/sbin "$(nginx -v 2>&1 | sed 's,.*nginx/,,; s/ .*//')"
}

@test "httpd" {
    httpd=$(command -v httpd || command -v apache2 || echo /usr/sbin/apache2)
    elf_or_skip "$httpd"
    same httpd "$httpd" usr/sbin "$("$httpd" -v | sed -n 's,^Server version: Apache/\([^ ]*\).*,\1,p')"
}

@test "redis" {
    # Debian's redis-tools has the server under the name of a tool: the name decides what it does.
    local redis
    redis=$(program redis-server)
    [ -n "$redis" ] || redis=$(program redis-check-rdb)
    elf_or_skip "$redis"
    cp "$redis" "$BATS_TEST_TMPDIR/redis-server"
    same redis "$redis" usr/local/bin \
        "$("$BATS_TEST_TMPDIR/redis-server" --version | sed 's/.* v=\([^ ]*\).*/\1/')" redis-server
}

@test "postgresql" {
    postgres=$(command -v postgres || find /usr/lib/postgresql -name postgres -type f 2>/dev/null | tail -n 1)
    elf_or_skip "$postgres"
    same postgresql "$postgres" usr/local/bin "$("$postgres" --version | cut -d' ' -f3)"
}

@test "mariadb" {
    mariadbd=$(command -v mariadbd || echo /usr/sbin/mariadbd)
    elf_or_skip "$mariadbd"
    same mariadb "$mariadbd" usr/sbin "$("$mariadbd" --version | sed 's/.*Ver \([^ -]*\)-MariaDB.*/\1/')"
}

@test "memcached" {
    program_or_skip memcached
    same memcached "$(program memcached)" usr/local/bin "$(memcached --version | cut -d' ' -f2)"
}

@test "haproxy" {
    program_or_skip haproxy
    same haproxy "$(program haproxy)" usr/sbin "$(haproxy -v | sed -n 's/^HAProxy version \([^ ]*\) .*/\1/p')"
}

@test "nvcc" {
    nvcc=$(command -v nvcc || echo /usr/local/cuda/bin/nvcc)
    elf_or_skip "$(readlink -f "$nvcc")"
    put "$nvcc" usr/local/cuda/bin nvcc
    analyse
    [ "$(jq -r '.result["cuda-version"].nvcc_version' "$BATS_TEST_TMPDIR/document")" = "$("$nvcc" --version | sed -n 's/^Cuda compilation tools.*, V//p')" ]
}
