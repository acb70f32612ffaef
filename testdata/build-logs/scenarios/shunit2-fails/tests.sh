testAdds() { assertEquals "adds" 3 $((1 + 2)); }
testName() { assertEquals "name of the tool" "build" "$(basename "$PWD")"; }
. /usr/bin/shunit2
