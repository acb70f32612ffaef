setup() { mkdir -p "$BATS_TEST_TMPDIR/data"; echo one > "$BATS_TEST_TMPDIR/data/a"; }

@test "copies files" {
    cp -r "$BATS_TEST_TMPDIR/data" "$BATS_TEST_TMPDIR/copy"
    [ -f "$BATS_TEST_TMPDIR/copy/a" ]
}

@test "keeps modes" {
    chmod 600 "$BATS_TEST_TMPDIR/data/a"
    cp -r "$BATS_TEST_TMPDIR/data" "$BATS_TEST_TMPDIR/copy"
    run stat -c %a "$BATS_TEST_TMPDIR/copy/a"
    [ "$status" -eq 0 ]
    [ "$output" = 600 ]
}

@test "refuses an empty folder" {
    run ./backup.sh "$BATS_TEST_TMPDIR/none"
    [ "$status" -eq 2 ]
}
