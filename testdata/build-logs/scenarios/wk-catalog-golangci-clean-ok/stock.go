// Package stock counts.
package stock

import "fmt"

// Level says how much is left.
func Level(n int) string {
	if n == 0 {
		return "sold out"
	}
	return fmt.Sprintf("%d left", n)
}
