#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Package managers really run, on packages made here: what parse-buildlog reads in their words is
# what they list afterwards.  Nothing is downloaded.

# SC2153: ROOT comes from lib/helpers.
# shellcheck disable=SC2153
load ../lib/helpers

setup() {
    work=$BATS_TEST_TMPDIR/work
    mkdir "$work"
    cd "$work" || return
}

# installed LOG: "name version" of what is there in the end.
installed() {
    parse-buildlog "$1" >"$BATS_TEST_TMPDIR/document"
    validate "$BATS_TEST_TMPDIR/document"
    jq -r '.result.packages | sort_by(.line) | reduce .[] as $p ({};
            if $p.action == "installed" then .[$p.name] = $p.version
            elif $p.action == "removed" and .[$p.name] == $p.version then del(.[$p.name])
            else . end) | to_entries[] | "\(.key) \(.value)"' "$BATS_TEST_TMPDIR/document" | sort
}

# same LIST: it is what the log named log tells.
same() {
    [ -s "$1" ]
    installed log | diff -u "$1" -
}

# rpms: alpha 1.0 and 2.0, gamma, which needs beta-libs, and delta with an epoch, in ./repo.
rpms() {
    local name version requires
    while read -r name version requires; do
        printf 'Name: %s\nVersion: %s\nRelease: 1\nSummary: x\nLicense: MIT\n%b\n%%description\nx\n%%files\n' \
            "$name" "$version" "$requires" >spec
        rpmbuild -bb --define "_topdir $PWD/top" --define "_rpmdir $PWD/repo" spec >/dev/null 2>&1
    done <<'LIST'
alpha 1.0
alpha 2.0
beta-libs-with-a-name-that-is-longer-than-a-column-of-dnf 3.4
gamma 0.1 Requires: beta-libs-with-a-name-that-is-longer-than-a-column-of-dnf
delta 5 Epoch: 2
LIST
    createrepo_c -q repo
    mkdir repos root
    printf '[demo]\nname=Demo\nbaseurl=file://%s\nenabled=1\ngpgcheck=0\n' "$PWD/repo" >repos/demo.repo
}

# What rpm lists, without an epoch of 0.
rpm_list() {
    rpm --root "$PWD/root" -qa --qf '%{NAME} %{EPOCHNUM}:%{VERSION}-%{RELEASE}\n' | sed 's/ 0:/ /' | sort
}

@test "dnf: installed, upgraded, removed, reinstalled, and what is not there" {
    for program in dnf createrepo_c rpmbuild; do program_or_skip $program; done
    rpms
    printf '[main]\nplugins=0\ncachedir=%s\nlogdir=%s\npersistdir=%s\n' "$PWD/cache" "$PWD/log.d" "$PWD/persist" >conf
    dnf=(dnf -y -c "$PWD/conf" --installroot="$PWD/root" --setopt=reposdir="$PWD/repos" --releasever=9)
    {
        "${dnf[@]}" install alpha-1.0 delta
        "${dnf[@]}" install gamma
        "${dnf[@]}" upgrade
        "${dnf[@]}" remove delta
        "${dnf[@]}" reinstall alpha
        "${dnf[@]}" install nosuch || true
    } >log 2>&1
    rpm_list >expected
    same expected
    jq -e '.result.packages[] | select(.action == "failed").name == "nosuch"' "$BATS_TEST_TMPDIR/document"
}

@test "zypper: installed, updated, removed, and what is not there" {
    for program in zypper createrepo_c rpmbuild; do program_or_skip $program; done
    rpms
    zypper=(zypper --root "$PWD/root" --non-interactive --no-gpg-checks --reposd-dir "$PWD/repos" --cache-dir "$PWD/cache")
    {
        "${zypper[@]}" install alpha=1.0 delta
        "${zypper[@]}" install gamma
        "${zypper[@]}" update
        "${zypper[@]}" remove delta
        "${zypper[@]}" install nosuch || true
    } >log 2>&1
    rpm_list >expected
    same expected
}

@test "pip: wheels, a copied project, an upgrade, an uninstall" {
    for module in pip setuptools wheel; do
        /usr/bin/python3 -c "import $module" 2>/dev/null || skip "needs the package python3-$module"
    done
    export PIP_CONFIG_FILE=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1
    /usr/bin/python3 -m venv --without-pip --system-site-packages venv
    pip=(venv/bin/python -m pip)
    for project in one-1.0 one-2.0 Two.Parts-1.0 three-3.0; do
        mkdir "$project"
        printf 'from setuptools import setup\nsetup(name="%s", version="%s", py_modules=[])\n' \
            "${project%-*}" "${project##*-}" >"$project/setup.py"
        [ $project = three-3.0 ] ||
            "${pip[@]}" wheel -q --no-index --no-build-isolation --no-deps -w wheels ./$project >/dev/null 2>&1
    done
    {
        "${pip[@]}" install --no-index --find-links wheels one==1.0 Two.Parts==1.0
        "${pip[@]}" install --no-index --find-links wheels -v --upgrade one
        "${pip[@]}" install --no-index --no-build-isolation ./three-3.0
        "${pip[@]}" uninstall -y Two.Parts
        "${pip[@]}" install --no-index nosuch || true
    } >log 2>&1
    "${pip[@]}" list --path "$(venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')" --format json |
        jq -r '.[] | "\(.name) \(.version)"' | sort >expected
    same expected
}

@test "gem: gems, one with an extension, and one that is not there" {
    program_or_skip gem
    ruby -e 'require "mkmf"' 2>/dev/null || skip 'needs what extensions are built with'
    export GEM_HOME=$PWD/home
    mkdir one two
    echo 'Gem::Specification.new { |s| s.name = "one-x"; s.version = "1.0.pre2"; s.summary = "x"; s.authors = ["x"] }' >one/one.gemspec
    echo 'require "mkmf"; create_makefile("two")' >two/extconf.rb
    echo 'void Init_two(void) {}' >two/two.c
    echo 'Gem::Specification.new { |s| s.name = "two"; s.version = "2.0"; s.summary = "x"; s.authors = ["x"]
        s.files = ["extconf.rb", "two.c"]; s.extensions = ["extconf.rb"] }' >two/two.gemspec
    for name in one two; do (cd $name && gem build -q ./*.gemspec >/dev/null 2>&1); done
    {
        gem install --local one/*.gem two/*.gem
        gem install --local nosuch || true
    } >log 2>&1
    find home/specifications -name '*.gemspec' -printf '%f\n' | sed -n 's/^\(.*\)-\([0-9].*\)\.gemspec$/\1 \2/p' | sort >expected
    same expected
}
