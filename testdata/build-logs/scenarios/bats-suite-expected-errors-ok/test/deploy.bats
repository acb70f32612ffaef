@test "needs a target" {
    run ./deploy.sh
    [ "$status" -eq 2 ]
}

@test "refuses unknown targets" {
    run ./deploy.sh moon
    [ "$status" -eq 1 ]
    [ "$output" = "error: unknown target moon" ]
}

@test "deploys to staging" {
    run ./deploy.sh staging
    [ "$status" -eq 0 ]
}

@test "production is locked, which is an error" {
    run ./deploy.sh production
    [ "$status" -eq 3 ]
}

@test "rolls back" {
    skip "command not found: kubectl"
}
