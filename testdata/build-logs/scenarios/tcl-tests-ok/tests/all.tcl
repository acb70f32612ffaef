package require tcltest
namespace import tcltest::*
configure -verbose {pass skip body error line}
for {set n 1} {$n <= 60} {incr n} {
    test sum-$n "sum of $n errors" -body {expr {$n + $n}} -result [expr {2 * $n}]
}
test file-1 {open fails} -body {open /no/such/file} -returnCodes error -match glob -result {couldn't open*}
test net-1 {needs a network} -constraints network -body {error "connection refused"}
cleanupTests
