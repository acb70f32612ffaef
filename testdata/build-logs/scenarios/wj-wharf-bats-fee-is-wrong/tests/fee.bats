load ../lib.sh

@test "fee of nothing" { [ "$(fee 0)" -eq 5 ]; }
@test "fee of a barge" {
  result=$(fee 10)
  echo "fee 10 = $result"
  [ "$result" -eq 115 ]
}
@test "fee of a tanker" { [ "$(fee 100)" -eq 1205 ]; }
