#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# What npm, RubyGems, Composer and R say of what they installed is what extract-packages lists.

# ROOT: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

setup() {
    export HOME=$BATS_TEST_TMPDIR/home
    mkdir "$HOME"
}

# image FOLDER: the document of an image whose one layer is this folder.
image() {
    "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$1" >/dev/null
    extract-packages "oci:$BATS_TEST_TMPDIR/image" >"$BATS_TEST_TMPDIR/document"
}

same() {
    [ -s "$BATS_TEST_TMPDIR/expected" ]
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

# npm_package NAME VERSION [MEMBERS]: prints the tarball of such a package.
npm_package() {
    local folder
    folder=$(mktemp -d "$BATS_TEST_TMPDIR/package.XXXXXX")
    echo "{\"name\": \"$1\", \"version\": \"$2\" ${3-}}" >"$folder/package.json"
    mkdir -p "$folder/test/fixtures" "$folder/dist"
    echo '{"name": "fixture", "version": "1.0.0"}' >"$folder/test/fixtures/package.json"
    echo '{"type": "module"}' >"$folder/dist/package.json"
    [ $# -lt 4 ] || cp -r "$4" "$folder/node_modules"
    (cd "$folder" && echo "$folder/$(npm pack --silent)")
}

@test "npm: a project with scoped, nested, bundled and optional packages, and an alias" {
    program_or_skip npm
    local root=$BATS_TEST_TMPDIR/root b1 b2 a s bundled
    b1=$(npm_package b 1.0.0 ', "license": "ISC"')
    b2=$(npm_package b 2.0.0-rc.1)
    a=$(npm_package a 1.0.0 ", \"dependencies\": {\"b\": \"file:$b1\"}")
    s=$(npm_package @scope/s 0.1.0 ", \"optionalDependencies\": {\"a\": \"file:$a\"}")
    mkdir -p "$BATS_TEST_TMPDIR/bundle/inner"
    echo '{"name": "inner", "version": "3.0.0"}' >"$BATS_TEST_TMPDIR/bundle/inner/package.json"
    bundled=$(npm_package outer 4.0.0 ', "dependencies": {"inner": "3.0.0"}, "bundleDependencies": ["inner"]' \
        "$BATS_TEST_TMPDIR/bundle")
    mkdir -p "$root/app"
    cat >"$root/app/package.json" <<JSON
{"name": "app", "version": "9.9.9",
 "dependencies": {"b": "file:$b2", "@scope/s": "file:$s", "outer": "file:$bundled"},
 "devDependencies": {"a": "file:$a"}}
JSON
    (cd "$root/app" && npm install --offline --no-audit --no-fund --ignore-scripts >&2)
    # An alias without a registry: as npm install other@npm:b@2 leaves it.
    cp -r "$root/app/node_modules/b" "$root/app/node_modules/other"
    jq '.dependencies.other = "npm:b@2.0.0-rc.1"' "$root/app/package.json" >"$BATS_TEST_TMPDIR/new"
    mv "$BATS_TEST_TMPDIR/new" "$root/app/package.json"
    rm -f "$root/app/package-lock.json" "$root/app/node_modules/.package-lock.json"

    (cd "$root/app" && npm ls --all --json --long 2>/dev/null || true) >"$BATS_TEST_TMPDIR/ls"
    jq -r --arg root "$root" '(.dependencies | map(.path)) as $top |
        .dependencies | [.. | objects | select(.path? and .version?)] | unique_by(.path)[] |
        "\(.path | ltrimstr($root))/package.json \(.name) \(.version) \(.path as $p | $top | any(. == $p))"' \
        "$BATS_TEST_TMPDIR/ls" | sort >"$BATS_TEST_TMPDIR/expected"
    image "$root"
    jq -r '.result.packages[] | select(.type == "npm") | "\(.location) \(.name) \(.version) \(.requested)"' \
        "$BATS_TEST_TMPDIR/document" | sort >"$BATS_TEST_TMPDIR/actual"
    cat "$BATS_TEST_TMPDIR/actual" >&2
    same
    [ "$(wc -l <"$BATS_TEST_TMPDIR/actual")" = 7 ]
    [ "$(jq '.result.warnings | length' "$BATS_TEST_TMPDIR/document")" = 0 ]
}

# gems FOLDER: name, version, platform, licences and dependencies of each, as RubyGems reads them.
gems() {
    ruby -rjson -e 'Dir[ARGV[0] + "/**/*.gemspec"].each do |path|
        s = Gem::Specification.load(path)
        puts [path.delete_prefix(ARGV[0]), s.name, s.version.to_s,
              s.platform == "ruby" ? nil : s.platform.to_s, s.licenses,
              s.runtime_dependencies.map { |d| "#{d.name} (#{d.requirement})" }.sort].to_json
    end' "$1"
}

@test "gem: the gems of this machine, default ones too" {
    program_or_skip gem
    local root=$BATS_TEST_TMPDIR/root
    while read -r folder; do
        [ ! -d "$folder/specifications" ] || cp -r --parents "$folder/specifications" "$BATS_TEST_TMPDIR/root/"
    done < <(mkdir "$root"; gem environment path | tr : '\n')
    gems "$root" | sort >"$BATS_TEST_TMPDIR/expected"
    image "$root"
    jq -c '.result.packages[] | select(.type == "gem") |
        [.location, .name, .version, .arch, .licenses, (.depends | sort)]' "$BATS_TEST_TMPDIR/document" |
        sort >"$BATS_TEST_TMPDIR/actual"
    same
    # And the command itself: "rake (13.0.6, default: 12.0)".
    gem list --local --quiet | sed -n 's/^\([^ ]*\) (\(.*\))$/\1 \2/p' | tr -d , | sed 's/default: //g' |
        awk '{for (i = 2; i <= NF; i++) print $1, $i}' | sort -u >"$BATS_TEST_TMPDIR/expected"
    jq -r '.result.packages[] | select(.type == "gem") | "\(.name) \(.version)"' "$BATS_TEST_TMPDIR/document" |
        sort -u >"$BATS_TEST_TMPDIR/actual"
    same
}

@test "gem: platforms and dependencies, as this RubyGems writes them" {
    program_or_skip gem
    local root=$BATS_TEST_TMPDIR/root
    mkdir -p "$root/specifications"
    ruby -e 'ARGV.each do |platform|
        s = Gem::Specification.new("made", "1.2.3.pre") do |s|
            s.platform = platform
            s.summary = "a \"summary\"\ns.name = \"x\""
            s.authors = ["a"]
            s.licenses = ["MIT", "BSD-2-Clause"]
            s.add_runtime_dependency "rack", "~> 2.0", ">= 2.0.1"
            s.add_runtime_dependency "bare"
            s.add_development_dependency "rake"
        end
        File.write("#{s.full_name}.gemspec", s.to_ruby_for_cache)
    end' ruby java x86_64-linux x86_64-linux-musl arm64-darwin-22 x64-mingw-ucrt
    mv made*.gemspec "$root/specifications"
    gems "$root" | sort >"$BATS_TEST_TMPDIR/expected"
    image "$root"
    jq -c '.result.packages[] | select(.type == "gem") |
        [.location, .name, .version, .arch, .licenses, (.depends | sort)]' "$BATS_TEST_TMPDIR/document" |
        sort >"$BATS_TEST_TMPDIR/actual"
    same
    [ "$(wc -l <"$BATS_TEST_TMPDIR/actual")" = 6 ]
}

@test "R: the packages of this machine" {
    program_or_skip Rscript
    local root=$BATS_TEST_TMPDIR/root
    mkdir "$root"
    Rscript --vanilla -e 'write.table(installed.packages()[, c("LibPath", "Package", "Version")],
        quote = FALSE, row.names = FALSE, col.names = FALSE)' >"$BATS_TEST_TMPDIR/packages"
    while read -r library name _; do
        cp --parents "$library/$name/DESCRIPTION" "$root"
    done <"$BATS_TEST_TMPDIR/packages"
    sed 's,^\([^ ]*\) \([^ ]*\) ,\1/\2/DESCRIPTION \2 ,' "$BATS_TEST_TMPDIR/packages" | sort >"$BATS_TEST_TMPDIR/expected"
    image "$root"
    jq -r '.result.packages[] | select(.type == "cran") | "\(.location) \(.name) \(.version)"' \
        "$BATS_TEST_TMPDIR/document" | sort >"$BATS_TEST_TMPDIR/actual"
    same
}

# composer_package VENDOR/NAME VERSION [MEMBERS]: such a package in the folder source.
composer_package() {
    mkdir -p "$BATS_TEST_TMPDIR/source/$1"
    echo "{\"name\": \"$1\", \"version\": \"$2\" ${3-}}" >"$BATS_TEST_TMPDIR/source/$1/composer.json"
}

@test "composer: a project with its direct, indirect and development packages" {
    program_or_skip composer
    export COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_NO_INTERACTION=1
    local root=$BATS_TEST_TMPDIR/root
    composer_package acme/a 1.0.0 ', "require": {"acme/b": "^1"}, "license": ["MIT", "GPL-2.0-only"]'
    composer_package acme/b v1.2.0-RC1
    composer_package acme/check 2.0.0
    composer_package acme/unused 2.0.0
    mkdir -p "$root/app"
    cat >"$root/app/composer.json" <<JSON
{"repositories": [{"type": "path", "url": "$BATS_TEST_TMPDIR/source/acme/*", "options": {"symlink": false}},
                  {"packagist.org": false}],
 "minimum-stability": "RC", "require": {"php": "*", "acme/a": "*"}, "require-dev": {"acme/check": "*"}}
JSON
    (cd "$root/app" && composer install --no-progress >&2 &&
        composer show --format=json) >"$BATS_TEST_TMPDIR/show"
    jq -r '.installed[] | "\(.name) \(.version) \(.["direct-dependency"])"' "$BATS_TEST_TMPDIR/show" |
        sort >"$BATS_TEST_TMPDIR/expected"
    image "$root"
    jq -r '.result.packages[] | select(.type == "composer") | "\(.name) \(.version) \(.requested)"' \
        "$BATS_TEST_TMPDIR/document" | sort >"$BATS_TEST_TMPDIR/actual"
    same
    [ "$(wc -l <"$BATS_TEST_TMPDIR/actual")" = 3 ]
}
