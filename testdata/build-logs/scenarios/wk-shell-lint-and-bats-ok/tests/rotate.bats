setup() { D=$(mktemp -d); }
@test "rotates a log" {
  touch "$D/a.log"
  run bash scripts/rotate.sh "$D"
  [ "$status" -eq 0 ]
  [ -f "$D/a.log.1" ]
}
@test "fails without a folder" {
  run bash scripts/rotate.sh
  [ "$status" -ne 0 ]
  echo "$output" | grep usage
}
@test "compresses old ones" {
  skip "zstd not available"
}
