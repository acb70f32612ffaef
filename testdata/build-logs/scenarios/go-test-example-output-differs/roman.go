// Package roman writes numbers as Romans did.
package roman

import "strings"

// Of gives n in Roman digits.
func Of(n int) string {
	text := strings.Repeat("M", n/1000)
	for _, d := range []struct {
		value int
		text  string
	}{{500, "D"}, {100, "C"}, {50, "L"}, {10, "X"}, {5, "V"}, {1, "I"}} {
		for n %= 1000; n >= d.value; n -= d.value {
			text += d.text
		}
	}
	return text
}
