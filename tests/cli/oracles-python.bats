#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-3.0-or-later
# Projects installed in all the ways that setuptools and pip have: what pip list and
# importlib.metadata say of them is what extract-packages lists.  Nothing is downloaded.

# ROOT, SHARED: lib/helpers.bash
# shellcheck disable=SC2153
load ../lib/helpers

setup() {
    for module in pip setuptools wheel; do
        /usr/bin/python3 -c "import $module" 2>/dev/null || skip "needs the package python3-$module"
    done
    export PIP_CONFIG_FILE=/dev/null PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
    export PYTHONWARNINGS=ignore
    work=$BATS_TEST_TMPDIR/srv
    mkdir "$work"
    /usr/bin/python3 -m venv --without-pip --system-site-packages "$work/venv"
    python=$work/venv/bin/python
    site=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
}

# project NAME VERSION [FOLDER]: a project with one package, which lies in FOLDER of it.
project() {
    local folder=${3:-.} module=${1,,} layout=
    module=${module//[.-]/_}
    [ "$folder" = . ] || layout="package_dir={'': '$folder'},"
    mkdir -p "$work/$1/$folder/$module"
    echo 'x = 1' >"$work/$1/$folder/$module/__init__.py"
    cat >"$work/$1/setup.py" <<PYTHON
from setuptools import setup
setup(name="$1", version="$2", license="MIT", packages=["$module"], $layout
      install_requires=["six>=1.10", "idna; python_version<'3'"], zip_safe=True,
      extras_require={"x": ["click"], ":sys_platform=='win32'": ["colorama"]})
PYTHON
}

# pip_install ARGUMENT...
pip_install() {
    "$python" -m pip install -q --no-index --no-build-isolation --no-deps "$@"
}

# in_project NAME COMMAND...: setup.py of the project.
in_project() {
    (cd "$work/$1" && shift && "$python" setup.py -q "$@")
}

# analyse: all that was installed lies in the image where it lies here.
analyse() {
    mkdir -p "$BATS_TEST_TMPDIR/layer$work"
    cp -a "$work/." "$BATS_TEST_TMPDIR/layer$work"
    "$ROOT/tests/lib/make-image" "$BATS_TEST_TMPDIR/image" latest "$BATS_TEST_TMPDIR/layer" >/dev/null
    extract-packages "oci:$BATS_TEST_TMPDIR/image" >"$BATS_TEST_TMPDIR/document"
    validate "$BATS_TEST_TMPDIR/document"
}

# same_as_pip: [name, version, project of an editable install]; all rows there are.
same_as_pip() {
    "$python" -m pip list --path "$site" --format json |
        jq -c '.[] | [.name, .version, .editable_project_location]' | sort >"$BATS_TEST_TMPDIR/expected"
    jq -c '.result.packages[] | [.name, .version,
            (.origin | select(.dir_info.editable)? | .url | sub("^file://"; "")) // null]' \
        "$BATS_TEST_TMPDIR/document" | sort >"$BATS_TEST_TMPDIR/actual"
    [ -s "$BATS_TEST_TMPDIR/expected" ]
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
    jq -r '.result["python-packages"][] | "\(.package_name) \(.package_version)"' \
        "$BATS_TEST_TMPDIR/document" | sort >"$BATS_TEST_TMPDIR/legacy"
    jq -r '"\(.[0]) \(.[1])"' "$BATS_TEST_TMPDIR/expected" | sort | diff -u - "$BATS_TEST_TMPDIR/legacy"
}

# same_as_importlib FOLDER...: name, version, installer and requirements of what these hold.
same_as_importlib() {
    "$python" - "$@" <<'PYTHON' | sort >"$BATS_TEST_TMPDIR/expected"
import importlib.metadata, json, sys
for d in importlib.metadata.distributions(path=sys.argv[1:]):
    installer = (d.read_text("INSTALLER") or "").strip() or None
    requires = [" ".join(r.split()) for r in d.requires or []]
    print(json.dumps([d.metadata["Name"], d.version, installer, requires], separators=(",", ":")))
PYTHON
    jq -c '.result.packages[] | [.name, .version, .installer, .depends]' \
        "$BATS_TEST_TMPDIR/document" | sort >"$BATS_TEST_TMPDIR/actual"
    [ -s "$BATS_TEST_TMPDIR/expected" ]
    diff -u "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/actual"
}

@test "pip: a wheel, a copied project, editable ones by path and by finder" {
    for name in plain Upper_Case.name by.path by-finder; do
        folder=.
        [ $name != by.path ] || folder=src
        project $name 1.0.post1 $folder
        printf '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n' \
            >"$work/$name/pyproject.toml"
    done
    "$python" -m pip wheel -q --no-index --no-build-isolation --no-deps -w "$BATS_TEST_TMPDIR" "$work/plain"
    rm -r "$work/plain"
    pip_install "$BATS_TEST_TMPDIR"/plain-*.whl "$work/Upper_Case.name"
    pip_install -e "$work/by.path" -e "$work/by-finder"
    compgen -G "$site/__editable__.by.path-*.pth" && compgen -G "$site/__editable___by_finder_*_finder.py"
    analyse
    same_as_pip
    same_as_importlib "$site"
    [ "$(jq -c '[.result.packages[].requested] | unique' "$BATS_TEST_TMPDIR/document")" = '[true]' ]
    # Without pip, setuptools' own files tell where the projects lie.
    rm -r "$site"/by*.dist-info/direct_url.json "$BATS_TEST_TMPDIR/layer"
    analyse
    [ "$(jq -r '.result.packages[] | select(.name | startswith("by")) | .origin.url' \
        "$BATS_TEST_TMPDIR/document")" = "file://$work/by-finder
file://$work/by.path/src" ]
}

@test "setuptools: develop, egg-info as a folder" {
    project linked 1.0 src
    in_project linked develop --no-deps
    project folder 2.0
    in_project folder install --single-version-externally-managed --record /dev/null
    rm -r "$work"/folder
    [ -e "$site/linked.egg-link" ]
    analyse
    # pip tells the folder of setup.py, the link the one of the egg-info.
    "$python" -m pip list --path "$site" --format json | jq -c '.[] | [.name, .version]' |
        sort >"$BATS_TEST_TMPDIR/expected"
    jq -c '.result.packages[] | [.name, .version]' "$BATS_TEST_TMPDIR/document" | sort |
        diff -u "$BATS_TEST_TMPDIR/expected" -
    jq -e --arg url "file://$work/linked/src" \
        '.result.packages[] | select(.name == "linked").origin == {url: $url, dir_info: {editable: true}}' \
        "$BATS_TEST_TMPDIR/document"
    same_as_importlib "$site" "$work/linked/src"
}

@test "distutils: egg-info as a file" {
    /usr/bin/python3 -W ignore -c 'import distutils.core' 2>/dev/null || skip 'this Python has no distutils'
    mkdir "$work/file"
    echo 'from distutils.core import setup; setup(name="file", version="3.0", py_modules=["file"])' \
        >"$work/file/setup.py"
    touch "$work/file/file.py"
    SETUPTOOLS_USE_DISTUTILS=stdlib in_project file install
    for info in "$site"/file-3.0*.egg-info; do [ -f "$info" ]; done
    analyse
    same_as_pip
    same_as_importlib "$site"
}

@test "eggs: an archive and a folder" {
    project zipped 4.0
    project folded 4.0
    in_project zipped bdist_egg
    in_project folded bdist_egg
    cp "$work"/zipped/dist/*.egg "$site"
    for egg in "$work"/folded/dist/*.egg; do
        mkdir "$site/${egg##*/}"
        "$python" -m zipfile -e "$egg" "$site/${egg##*/}"
    done
    rm -r "$work/folded" "$work/zipped"
    analyse
    same_as_pip
    same_as_importlib "$site"/*.egg
}

@test "what no installer counts: vendored distributions, bundled wheels" {
    project real 1.0
    pip_install "$work/real"
    "$python" -m pip wheel -q --no-index --no-build-isolation --no-deps -w "$BATS_TEST_TMPDIR" "$work/real"
    rm -r "$work/real"
    mkdir -p "$site/pip/_vendor" "$work/share/python-wheels" "$work/ensurepip/_bundled"
    cp -r "$site"/real-1.0.dist-info "$site/pip/_vendor/other-1.0.dist-info"
    cp "$BATS_TEST_TMPDIR"/real-*.whl "$work/share/python-wheels"
    cp "$BATS_TEST_TMPDIR"/real-*.whl "$work/ensurepip/_bundled"
    analyse
    same_as_pip
    [ "$(jq '.result.packages | length' "$BATS_TEST_TMPDIR/document")" = 1 ]
}

@test "two environments: each has its own" {
    project both 1.0
    pip_install "$work/both"
    sed -i s/1.0/2.0/ "$work/both/setup.py"
    /usr/bin/python3 -m venv --without-pip --system-site-packages "$work/other"
    "$work/other/bin/python" -m pip install -q --no-index --no-build-isolation --no-deps "$work/both"
    rm -r "$work/both"
    analyse
    jq -r '.result["python-packages"][] | "\(.package_name) \(.package_version) \(.location)"' \
        "$BATS_TEST_TMPDIR/document" >"$BATS_TEST_TMPDIR/actual"
    printf 'both %s %s\n' 2.0 "${site/venv/other}" 1.0 "$site" | diff -u - "$BATS_TEST_TMPDIR/actual"
    [ "$(jq -c .result.warnings "$BATS_TEST_TMPDIR/document")" = '[]' ]
}
