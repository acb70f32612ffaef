module example.org/retry

go 1.24

require github.com/google/go-cmp v0.6.0
