#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# A password that an image holds in each place where one is found is in nothing that is written.

load ../lib/helpers

setup() {
    cd "$BATS_TEST_TMPDIR" || exit
    # Of no shape that is known: only where it stands says what it is.
    secret=hunter2swordfish
    url=https://user:$secret@host.example/x
    mkdir -p layer
}

# put FILE: stdin, below layer/.
put() {
    mkdir -p "layer/$(dirname "$1")"
    cat >"layer/$1"
}

# Writes all formats of the layer, with the config $1, and says which rows there are.
write_all() {
    "$ROOT/tests/lib/make-image" -c "$1" image t layer >/dev/null
    extract-packages --verbose --origin "$url" --format json=all.json --format table=all.txt \
        --format cyclonedx-json=all.cdx.json --format spdx-json=all.spdx.json oci:image:t 2>all.log
    rows=$(jq -r '.result.packages[] | .type + " " + .name' all.json)
}

nothing_leaked() {
    run ! grep -rl "$secret" all.json all.txt all.cdx.json all.spdx.json all.log
    # That it was there, and not lost with what it stood in.
    grep -q '\*\*\*' all.json
    validate all.json
}

@test "of the image's config" {
    write_all "$(
        cat <<EOT
{"author": "$url", "config": {"Env": ["DB_PASSWORD=$secret", "X=ghp_${secret}0123", "PROXY=$url"],
 "Labels": {"url": "$url", "api-key": "$secret", "note": "use --token $secret"}},
 "history": [{"created_by": "ARG TOKEN=$secret", "comment": "$url"},
  {"created_by": "RUN |1 DB_PASSWORD=$secret /bin/sh -c pip install $url"}]}
EOT
    )"
    nothing_leaked
    [ "$(jq -r '."result"."skopeo-inspect".Env[0]' all.json)" = 'DB_PASSWORD=***' ]
}

@test "of Python's and conda's metadata" {
    put site-packages/a-1.dist-info/METADATA <<<$'Name: a\nVersion: 1\nRequires-Dist: r @ '"$url"$'\nLicense: '"$url"
    put site-packages/a-1.dist-info/direct_url.json <<EOT
{"url": "git+$url", "vcs_info": {"vcs": "git", "requested_revision": "$url", "commit_id": "1"}}
EOT
    put site-packages/b-1.dist-info/METADATA <<<$'Name: b\nVersion: 1'
    put site-packages/b-1.dist-info/direct_url.json <<<"{\"url\": \"https://$secret@host.example/b.whl?token=$secret\"}"
    put conda-meta/c-1-0.json <<EOT
{"name": "c", "version": "1", "build": "0", "build_number": 0, "subdir": "noarch", "files": [], "license": "$url",
 "channel": "https://host.example/t/$secret/chan/noarch", "url": "https://host.example/t/$secret/chan/noarch/c-1-0.conda",
 "depends": ["d $url"]}
EOT
    write_all '{}'
    [ "$rows" = $'conda c\npypi a\npypi b' ]
    nothing_leaked
}

@test "of npm, composer, gems and R" {
    put node_modules/n/package.json <<EOT
{"name": "n", "version": "1", "_resolved": "$url", "license": "$url", "repository": {"url": "git+$url"},
 "dependencies": {"m": "git+$url", "o": "https://host.example/o.tgz?auth_token=$secret"}}
EOT
    put vendor/composer/installed.json <<EOT
{"packages": [{"name": "v/p", "version": "1", "source": {"type": "git", "url": "$url", "reference": "1"},
 "dist": {"type": "zip", "url": "$url"}, "license": ["$url"], "require": {"a/b": "$url"}}]}
EOT
    put specifications/g-1.gemspec <<EOT
Gem::Specification.new do |s|
  s.name = "g".freeze
  s.version = "1"
  s.licenses = ["$url".freeze]
  s.homepage = "$url".freeze
  s.add_runtime_dependency(%q<rack>.freeze, ["= $url".freeze])
end
EOT
    put R/library/q/DESCRIPTION <<EOT
Package: q
Version: 1
License: $url
RemoteUrl: $url
Imports: a ($url)
Built: R 4.2.0; ; 2022-01-01 00:00:00 UTC; unix
EOT
    write_all '{}'
    [ "$rows" = $'composer v/p\ncran q\ngem g\nnpm n' ]
    nothing_leaked
}

@test "of SBOMs, where it may be percent-encoded" {
    put opt/bitnami/z/.spdx-z.spdx <<EOT
{"spdxVersion": "SPDX-2.3", "packages": [{"name": "z", "versionInfo": "1", "SPDXID": "SPDXRef-z",
 "downloadLocation": "$url", "supplier": "Organization: $url", "licenseConcluded": "$url",
 "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
  "referenceLocator": "pkg:bitnami/z@1?download_url=https%3A%2F%2Fuser%3A$secret%40host.example%2Fz&vcs_url=git+$url"}]}]}
EOT
    put etc/os-release <<<$'ID=x\nHOME_URL="'"$url"'"'
    write_all '{}'
    [ "$rows" = "bitnami z" ]
    [ "$(jq -r '.result.packages[0].purl' all.json)" = pkg:bitnami/z@1 ]
    nothing_leaked
}

@test "of databases" {
    put var/lib/dpkg/status <<EOT
Package: d
Status: install ok installed
Version: 1
Homepage: $url
Depends: e ($url)
EOT
    write_all '{}'
    [ "$rows" = "deb d" ]
    nothing_leaked
}

@test "of names in messages" {
    run_split extract-packages --format "json=nowhere/$url" "oci:$TESTDATA/demo/images:output"
    expect 74 "cannot write 'nowhere/https://user:\*\*\*@host.example/x'"
}
