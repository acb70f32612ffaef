// Package pricing parses prices.
package pricing

import (
	"fmt"
	"strconv"
)

// Parse reads cents.
func Parse(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0, fmt.Errorf("pricing: %w", err)
	}
	return n, nil
}
