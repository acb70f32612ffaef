package stream

import (
	"errors"
	"strings"
)

var errEmpty = errors.New("empty input")

// Split splits at commas.
func Split(s string) ([]string, error) {
	if s == "" {
		return nil, errEmpty
	}
	return strings.Split(s, ","), nil
}

func unusedHelper(p *int) int { return *p }
