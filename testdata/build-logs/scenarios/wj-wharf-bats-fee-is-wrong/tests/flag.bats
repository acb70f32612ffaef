load ../lib.sh

@test "flag" { [ "$(flag fr)" = blue ]; }
@test "no flag fails" { run flag xx; [ "$status" -eq 1 ]; }
