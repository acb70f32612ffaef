@test "rope" { [ "$(sh scripts/rope.sh)" = rope ]; }
@test "drop says where" { [ "$(sh scripts/drop.sh here)" = "dropping at here" ]; }
@test "drop fails without a place" { run sh scripts/drop.sh; [ "$status" -ne 0 ]; }
@test "hoist" { skip "no winch"; }
