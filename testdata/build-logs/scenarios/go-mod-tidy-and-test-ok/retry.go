package retry

import (
	"errors"
	"log"
)

// ErrFatal ends all tries.
var ErrFatal = errors.New("fatal: connection refused")

// Do calls f up to n times.
func Do(n int, f func() error) (err error) {
	for i := 0; i < n; i++ {
		if err = f(); err == nil || errors.Is(err, ErrFatal) {
			return err
		}
		log.Printf("ERROR: try %d of %d failed: %v", i+1, n, err)
	}
	return err
}
