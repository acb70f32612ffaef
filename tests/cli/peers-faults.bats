#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What syft, trivy and osv-scalibr were measured to get wrong on real images, one test each
# (docs/comparison.md): here it is right.

# ROOT, output: lib/helpers.bash
# shellcheck disable=SC2153,SC2154
load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    mkdir layer
}

# put FILE: stdin, its folder made in the layer.
put() { mkdir -p "layer/$(dirname "$1")" && cat >"layer/$1"; }

# deb NAME VERSION FILE...: an installed package of Debian that owns these files.
deb() {
    local name=$1 version=$2
    shift 2
    mkdir -p layer/var/lib/dpkg/info
    printf 'Package: %s\nStatus: install ok installed\nVersion: %s\nArchitecture: all\n\n' "$name" "$version" >>layer/var/lib/dpkg/status
    printf '/%s\n' "$@" >"layer/var/lib/dpkg/info/$name.list"
}

# distribution FOLDER NAME VERSION, jar FILE GROUP NAME VERSION, npm FOLDER NAME VERSION
distribution() { printf 'Metadata-Version: 2.1\nName: %s\nVersion: %s\n' "$2" "$3" | put "$1/$2-$3.dist-info/METADATA"; }
npm() { echo "{\"name\": \"$2\", \"version\": \"$3\"}" | put "$1/package.json"; }
jar() {
    mkdir -p "layer/$(dirname "$1")"
    /usr/bin/python3 - "layer/$1" "${@:2}" <<'PYTHON'
import sys, zipfile
path, group, name, version = sys.argv[1:]
with zipfile.ZipFile(path, "w") as out:
    out.writestr(f"META-INF/maven/{group}/{name}/pom.properties", f"groupId={group}\nartifactId={name}\nversion={version}\n")
PYTHON
}

analyse() {
    "$ROOT/tests/lib/make-image" image latest layer >/dev/null
    run_split extract-packages "$@" oci:image
    rows=$(jq -r '.result.packages[] | [.type, .name, .version, .owner // "-"] | join(" ")' stdout 2>/dev/null | sort) || true
    warnings=$(jq -r '.result.warnings[] | "\(.code) \(.path)"' stdout 2>/dev/null) || true
}

# rows_are LINE...
rows_are() { diff <(printf '%s\n' "$@") <(printf '%s\n' "$rows") >&2; }

@test "what a deb brought is one row, and its deb is the owner" {
    program_or_skip /usr/bin/python3
    distribution usr/lib/python3/dist-packages six 1.16.0
    deb python3-six 1.16.0-4 usr/lib/python3/dist-packages/six-1.16.0.dist-info/METADATA
    printf '# stub: rack 2.2.6 ruby lib\n\nGem::Specification.new do |s|\n  s.name = "rack".freeze\n  s.version = "2.2.6"\nend\n' |
        put usr/share/rubygems-integration/all/specifications/rack-2.2.6.gemspec
    deb ruby-rack 2.2.6-1 usr/share/rubygems-integration/all/specifications/rack-2.2.6.gemspec
    jar usr/share/java/guava-31.1.jar com.google.guava guava 31.1
    deb libguava-java 31.1-1 usr/share/java/guava-31.1.jar
    npm usr/share/nodejs/semver semver 7.3.5
    deb node-semver 7.3.5-1 usr/share/nodejs/semver/package.json
    distribution opt/venv/lib/python3.11/site-packages six 1.17.0
    analyse
    rows_are 'deb libguava-java 31.1-1 -' 'deb node-semver 7.3.5-1 -' 'deb python3-six 1.16.0-4 -' 'deb ruby-rack 2.2.6-1 -' \
        'gem rack 2.2.6 ruby-rack' 'maven com.google.guava:guava 31.1 libguava-java' 'npm semver 7.3.5 node-semver' \
        'pypi six 1.16.0 python3-six' 'pypi six 1.17.0 -'
}

@test "lock files, manifests, documentation and fixtures of tests install nothing" {
    npm srv/app/node_modules/real real 1.0.0
    echo '{"name": "app", "version": "9.0.0", "dependencies": {"real": "^1", "wished": "^2"}}' | put srv/app/package.json
    for folder in srv/app srv/app/node_modules/real usr/share/doc/app/examples; do
        echo '{"lockfileVersion": 3, "packages": {"node_modules/locked": {"version": "3.0.0"}},
               "dependencies": {"locked": {"version": "3.0.0"}}}' | tee layer/lock | put "$folder/package-lock.json"
        put "$folder/npm-shrinkwrap.json" <layer/lock
        printf 'locked@^3.0.0:\n  version "3.0.0"\n' | put "$folder/yarn.lock"
        printf 'lockfileVersion: "9.0"\npackages:\n  locked@3.0.0:\n    resolution: {integrity: x}\n' | put "$folder/pnpm-lock.yaml"
        echo 'locked==3.0.0' | put "$folder/requirements.txt"
        printf '[[package]]\nname = "locked"\nversion = "3.0.0"\n' | tee layer/lock | put "$folder/poetry.lock"
        put "$folder/Cargo.lock" <layer/lock
        echo '{"default": {"locked": {"version": "==3.0.0"}}, "develop": {}}' | put "$folder/Pipfile.lock"
        echo '{"packages": [{"name": "acme/locked", "version": "3.0.0"}]}' | put "$folder/composer.lock"
        printf 'GEM\n  specs:\n    locked (3.0.0)\n' | put "$folder/Gemfile.lock"
        printf 'module example.org/app\n\nrequire example.org/locked v3.0.0\n' | put "$folder/go.mod"
        echo '<project><groupId>g</groupId><artifactId>locked</artifactId><version>3.0.0</version></project>' | put "$folder/pom.xml"
    done
    rm layer/lock
    cp layer/srv/app/pom.xml layer/usr/share/doc/app/locked-3.0.0.pom
    npm srv/app/node_modules/real/test/fixtures/mock mock 1.0.0
    npm srv/app/node_modules/real/test/fixtures/node_modules/deep deep 1.0.0
    npm usr/share/doc/app/examples example 1.0.0
    npm opt/lib/jupyterlab/tests/mock_packages/extension mock-extension 1.0.0
    printf 'from setuptools import setup\nsetup(name="mock", version="1.0")\n' | put opt/lib/jupyterlab/tests/mock_packages/setup.py
    analyse
    rows_are 'npm real 1.0.0 -'
}

@test "there is no row without a version" {
    program_or_skip /usr/bin/python3
    npm srv/node_modules/none none ''
    echo '{"name": "absent"}' | put srv/node_modules/absent/package.json
    distribution opt/site-packages none ''
    printf 'Gem::Specification.new do |s|\n  s.name = "none"\nend\n' | put opt/specifications/none-.gemspec
    echo '{"packages": [{"name": "acme/none"}]}' | put srv/vendor/composer/installed.json
    jar opt/none.jar g none ''
    printf 'MZ launcher of setuptools' | put opt/site-packages/setuptools/cli.exe
    analyse
    [ -z "$rows" ]
    grep -q '^no-version ' <<<"$warnings"
    [ "$(jq '[.result.packages[] | select((.version // "") == "")] | length' stdout)" = 0 ]
}

@test "a key that rpm has imported is no package" {
    mkdir -p layer/var/lib/rpm
    "$ROOT/tests/lib/make-rpmdb" sqlite layer/var/lib/rpm/rpmdb.sqlite bash-5.1-3.x86_64 gpg-pubkey-1234-5678.none
    analyse
    rows_are 'rpm bash 5.1-3 -'
    [ "$(jq -c '.result.rpm' stdout)" = '["bash-5.1-3.x86_64","gpg-pubkey-1234-5678.none"]' ]
    [ "$(jq -c '[.result["rpm-dependencies"][].name]' stdout)" = '["bash"]' ]
}

@test "a jar needs no database, no home and no network" {
    program_or_skip /usr/bin/python3
    jar app/app.jar org.example app 1.0
    "$ROOT/tests/lib/make-image" image latest layer >/dev/null
    alone=(env -i HOME=/nonexistent)
    ! unshare --map-root-user --net true 2>/dev/null || alone=(unshare --map-root-user --net "${alone[@]}")
    run_split "${alone[@]}" "$BIN/extract-packages" --format json oci:image
    expect 0
    [ "$(jq -c '[.result.packages[].purl]' stdout)" = '["pkg:maven/org.example/app@1.0"]' ]
    [ -z "$stderr" ]
}

@test "a dpkg status that is too large is told, and 76 with --strict" {
    deb good 1-1 usr/bin/good
    truncate -s 200M layer/var/lib/dpkg/status
    analyse
    expect 0
    [ "$warnings" = 'too-large /var/lib/dpkg/status' ]
    analyse --strict
    expect 76 'too-large.*/var/lib/dpkg/status'
}

@test "another layer under a layer's name is refused, and none of it is listed" {
    deb evil 6.6.6 usr/bin/evil
    "$ROOT/tests/lib/make-image" other latest layer >/dev/null
    sed -i 's/evil/good/; s/6.6.6/1.0/' layer/var/lib/dpkg/status
    "$ROOT/tests/lib/make-image" image latest layer >/dev/null
    blob() { # LAYOUT: of its only layer
        local manifest
        manifest=$1/blobs/$(jq -r '.manifests[0].digest' "$1/index.json" | tr : /)
        echo "$1/blobs/$(jq -r '.layers[0].digest' "$manifest" | tr : /)"
    }
    analyse
    rows_are 'deb good 1.0 -'
    chmod u+w "$(blob image)"
    cat "$(blob other)" >"$(blob image)"
    run_split extract-packages --output document oci:image
    expect 76 'layer sha256:[0-9a-f]{64}'
    [ -z "$output" ]
    [ ! -e document ]
}

@test "two hard links to one Go program are one package with two places" {
    mkdir -p layer/usr/bin
    cp "$ROOT/tests/fuzz/corpus/fuzz_golang/inline-le64" layer/usr/bin/tool
    ln layer/usr/bin/tool layer/usr/bin/alias
    analyse
    [ "$(wc -l <<<"$rows")" = "$(sort -u <<<"$rows" | wc -l)" ]
    [ "$(jq -c '[.result.packages[] | select(.type == "golang") | .locations] | unique' stdout)" = '[["/usr/bin/alias","/usr/bin/tool"]]' ]
}

@test "a deb of which only the configuration is left is not installed" {
    deb here 1-1 usr/bin/here
    printf 'Package: nano\nStatus: deinstall ok config-files\nVersion: 7.2-1\nArchitecture: amd64\nConffiles:\n /etc/nanorc 0123\n\n' >>layer/var/lib/dpkg/status
    analyse
    rows_are 'deb here 1-1 -'
    [ "$(jq -c '[.result.deb[].name]' stdout)" = '["here"]' ]
}

@test "what a distribution has vendored is not installed" {
    distribution opt/venv/lib/python3.11/site-packages bleach 6.1.0
    distribution opt/venv/lib/python3.11/site-packages/bleach/_vendor html5lib 1.1
    distribution opt/venv/lib/python3.11/site-packages pip 24.0
    distribution opt/venv/lib/python3.11/site-packages/pip/_vendor urllib3 1.26.18
    distribution opt/venv/lib/python3.11/site-packages/setuptools/_vendor wheel 0.43.0
    analyse
    rows_are 'pypi bleach 6.1.0 -' 'pypi pip 24.0 -'
}
