#!/bin/bash
# tests of lib.sh; each prints what it expects to go wrong
. "$(dirname "$0")/../lib.sh"
pass=0 fail=0
check() {
    local name=$1 wanted=$2
    shift 2
    "$@"
    local got=$?
    if [ $got = $wanted ]; then pass=$((pass + 1)); echo "ok $((pass + fail)) - $name"; else fail=$((fail + 1)); echo "not ok $((pass + fail)) - $name (exit $got, wanted $wanted)"; fi
}
check "version of a file" 0 version_of VERSION
check "version of no file" 1 version_of NO-SUCH-FILE
check "command that is missing" 127 run_tool no-such-tool --help
check "config with a syntax error" 2 load_config broken.conf
check "config" 0 load_config good.conf
check "retry gives up" 1 retry 3 false
check "retry succeeds" 0 retry 3 true
for n in $(seq 1 40); do check "slug $n" 0 test "$(slug "Title Number $n")" = "title-number-$n"; done
echo "1..$((pass + fail))"
echo "# pass $pass, fail $fail"
exit $((fail > 0))
