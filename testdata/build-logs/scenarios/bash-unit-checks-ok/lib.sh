version_of() { cat "$1"; }
run_tool() { "$@"; }
load_config() { bash -n "$1"; }
retry() {
    local n=$1
    shift
    for try in $(seq 1 "$n"); do
        "$@" && return 0
        echo "attempt $try of $n failed: $*" >&2
    done
    echo "error: giving up on '$*' after $n attempts" >&2
    return 1
}
slug() { echo "$1" | tr '[:upper:] ' '[:lower:]-'; }
