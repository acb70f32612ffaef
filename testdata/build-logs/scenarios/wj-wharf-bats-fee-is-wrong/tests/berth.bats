load ../lib.sh

@test "berth has two digits" { [ "$(berth 7)" = B07 ]; }
@test "berth keeps two digits" { [ "$(berth 12)" = B12 ]; }
@test "berth of three digits" { [ "$(berth 100)" = B100 ]; }
