@test "fail says error" {
  . lib/text.sh
  run fail "no heron"
  [ "$status" -eq 1 ]
  [ "$output" = "error: no heron" ]
}

@test "lines of a missing file fail" {
  . lib/file.sh
  run lines /no/such/file
  [ "$status" -ne 0 ]
}

@test "lines" {
  . lib/file.sh
  [ "$(lines lib/file.sh)" -eq 5 ]
}

@test "colours" { skip "no terminal"; }
