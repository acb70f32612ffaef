@test "high at noon" {
  run ./tide 12
  [ "$status" -eq 0 ]
  [ "$output" = high ]
}

@test "low at eight" {
  run ./tide 8
  [ "$output" = low ]
}

@test "fails without a number" {
  run ./tide noon
  echo "# output: $output" >&3
  [ "$status" -eq 2 ]
  [[ $output == *"error: no number"* ]]
}

@test "moon phases" {
  skip "not implemented, see issue 12"
}

@test "exit status of a missing program is 127" {
  run no-such-program
  [ "$status" -eq 127 ]
}
