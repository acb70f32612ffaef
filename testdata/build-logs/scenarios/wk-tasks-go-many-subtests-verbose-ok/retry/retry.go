// Package retry tries again.
package retry

import "fmt"

// Do tries n times.
func Do(n int, f func() error) (err error) {
	for i := 1; i <= n; i++ {
		if err = f(); err == nil {
			return nil
		}
		fmt.Printf("attempt %d failed: %v\n", i, err)
	}
	return err
}
