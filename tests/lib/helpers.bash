# SPDX-License-Identifier: GPL-3.0-or-later
# For bats files: `load ../lib/helpers`.  Gives ROOT, BUILD, BIN, SHARED, TESTDATA, and the
# steps on PATH.  Each test has BATS_TEST_TMPDIR for itself, removed by bats.

bats_require_minimum_version 1.5.0
. "$(dirname "${BASH_SOURCE[0]}")/paths.sh"
clean_environment
export PATH="$BIN:$ROOT/workflows:$PATH"
export HOME=${BATS_TEST_TMPDIR:-$BATS_RUN_TMPDIR} XDG_CACHE_HOME=${BATS_TEST_TMPDIR:-$BATS_RUN_TMPDIR}/.cache

# shared_or_skip [PATH]: the shared inputs (or this path of them) are there, else the test skips.
shared_or_skip() {
    [ -e "$SHARED/${1:-}" ] || skip "needs the shared inputs: ${1:-} (BUILD_ANALYSIS_SHARED)"
}

# skip_all REASON: for setup_file, which must return then, as bats 1.8 knows skip in tests alone.
# skip_if_all: for setup, which skips each test of the file for that reason.
skip_all() {
    export SKIPPED_BECAUSE=$1
}
skip_if_all() {
    [ -z "${SKIPPED_BECAUSE:-}" ] || skip "$SKIPPED_BECAUSE"
}

# program_or_skip NAME
program_or_skip() {
    command -v "$1" >/dev/null || skip "needs the program '$1'"
}

# validate FILE...: every document in these files fits its schema.
validate() {
    "$ROOT/tests/checks/validate-documents" "$@"
}

# run_split COMMAND...: as bats' run, but status, and stdout and stderr apart: $output is the
# file $BATS_TEST_TMPDIR/stdout's text, $stderr that of $BATS_TEST_TMPDIR/stderr.
run_split() {
    status=0
    "$@" >"$BATS_TEST_TMPDIR/stdout" 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
    # shellcheck disable=SC2034 # read by the tests
    output=$(tr -d '\0' <"$BATS_TEST_TMPDIR/stdout")
    stderr=$(tr -d '\0' <"$BATS_TEST_TMPDIR/stderr")
}

# expect STATUS [REGEX]: after run_split: the status, and one line on stderr that matches.
expect() {
    if [ "$status" != "$1" ]; then
        echo "status $status, expected $1; stderr: $stderr" >&2
        return 1
    fi
    [ $# -gt 1 ] || return 0
    if [ "$(wc -l <"$BATS_TEST_TMPDIR/stderr")" != 1 ] || ! grep -Eq -e "$2" <<<"$stderr"; then
        echo "stderr is not one line like '$2': $stderr" >&2
        return 1
    fi
}

# wait_for SECONDS COMMAND...: until the command succeeds; fails when the time is up.
wait_for() {
    local tries=$(($1 * 20))
    shift
    until "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || return 1
        sleep 0.05
    done
}

# start NAME COMMAND...: in the background, its pid in $BATS_TEST_TMPDIR/NAME.pid, its talk in
# NAME.log.  stop NAME ends it, by its pid alone.  bats would wait for descriptor 3.
start() {
    local name=$1
    shift
    "$@" >"$BATS_TEST_TMPDIR/$name.log" 2>&1 3>&- &
    echo $! >"$BATS_TEST_TMPDIR/$name.pid"
}
stop() {
    local pid
    pid=$(cat "$BATS_TEST_TMPDIR/$1.pid" 2>/dev/null) || return 0
    kill "$pid" 2>/dev/null || true
    wait "$pid" 2>/dev/null || true
    rm -f "$BATS_TEST_TMPDIR/$1.pid"
}

# docker_archive TAG: archive.tar in this folder, as `docker save` writes it, of the image TAG of the OCI layout
# $layout; plain layers.  What it was made of is left in save/.
# $layout is the test file's.
# shellcheck disable=SC2154
docker_archive() {
    local blobs=$layout/blobs/sha256 manifest config names='' n=0
    manifest=$(jq -r --arg t "$1" '.manifests[] | select(.annotations[]==$t) | .digest[7:]' "$layout/index.json")
    config=$(jq -r '.config.digest[7:]' "$blobs/$manifest")
    rm -rf save && mkdir save
    cp "$blobs/$config" "save/$config.json"
    for layer in $(jq -r '.layers[].digest[7:]' "$blobs/$manifest"); do
        mkdir "save/$n"
        gzip -dc "$blobs/$layer" >"save/$n/layer.tar"
        names="$names${names:+,}\"$n/layer.tar\""
        n=$((n + 1))
    done
    echo "[{\"Config\":\"$config.json\",\"RepoTags\":[\"docker.io/team/app:1\"],\"Layers\":[$names]}]" >save/manifest.json
    tar -C save -cf archive.tar .
}
