rate() { echo $(( $1 * 19 / 100 )); }
n=0
check() { n=$((n+1)); if [ "$2" = "$3" ]; then echo "ok $n - $1"; else echo "not ok $n - $1 (expected $3, got $2)"; bad=1; fi; }
check "vat of 100" "$(rate 100)" 19
check "vat of 50 is rounded up" "$(rate 50)" 10
check "vat of 0" "$(rate 0)" 0
exit ${bad:-0}
