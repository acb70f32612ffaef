package stats

import "cmp"

// Max returns the largest.
func Max[T cmp.Ordered](values ...T) (max T) {
	for i, v := range values {
		if i == 0 || v > max {
			max = v
		}
	}
	return max
}
