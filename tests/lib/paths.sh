# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Where things are, for every test script in bash; sourced.
# Sets and exports ROOT, BUILD, BIN, SHARED, TESTDATA (absolute) and CONFIG.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
# $(absolute PATH): PATH below ROOT when it is relative.
absolute() {
    case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$ROOT/$1" ;;
    esac
}

CONFIG=${CONFIG:-release}
BUILD=$(absolute "${BUILD:-build/$CONFIG}")
case $CONFIG in
release) BIN=$(absolute "${BIN:-build/bin}") ;;
*) BIN=$(absolute "${BIN:-$BUILD/bin}") ;;
esac
TESTDATA=$ROOT/testdata
SHARED=${BUILD_ANALYSIS_SHARED:-$ROOT/../shared}
[ ! -d "$SHARED" ] || SHARED=$(cd "$SHARED" && pwd)
export ROOT BUILD BIN CONFIG TESTDATA SHARED

# Programs are tried without what the caller's own environment would tell them.
clean_environment() {
    for name in $(env | sed -n 's/^\(BUILD_ANALYSIS_[A-Z0-9_]*\|THOTH_[A-Z0-9_]*\|AWS_[A-Z0-9_]*\)=.*/\1/p'); do
        [ "$name" = BUILD_ANALYSIS_SHARED ] || unset "$name"
    done
    unset REGISTRY_AUTH_FILE DOCKER_CONFIG KUBECONFIG SOURCE_DATE_EPOCH XDG_CACHE_HOME XDG_RUNTIME_DIR
    unset XDG_CONFIG_HOME CONTAINERS_REGISTRIES_CONF
    unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY all_proxy
    export LC_ALL=C.UTF-8 TZ=UTC NO_COLOR=1
    # LeakSanitizer cannot look at a process that is confined; sandbox.bats confines it all the same.
    [ "$CONFIG" != asan ] || export BUILD_ANALYSIS_NO_SANDBOX=true
    # A status of its own, so that a sanitizer's finding never looks like one of ours.
    export ASAN_OPTIONS=exitcode=99:detect_stack_use_after_return=1
    export UBSAN_OPTIONS=print_stacktrace=1
}
