. ./lib.sh
test_port() { port_ok 80; assertEquals 0 $?; }
test_port_fails() { port_ok x; assertNotEquals 0 $?; port_ok 70000; assertNotEquals 0 $?; }
test_trim() { assertEquals "a b" "$(trim '  a b ')"; }
test_skipped() { startSkipping; assertEquals "unicode" 1 2; }
. shunit2
