package worker

// Backoff doubles.
func Backoff(n int) int { return 100 << n }
