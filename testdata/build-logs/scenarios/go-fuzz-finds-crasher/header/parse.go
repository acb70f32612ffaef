// Package header parses "name: value" lines.
package header

import (
	"errors"
	"strings"
)

var ErrNoColon = errors.New("no colon")

// Parse splits a line; the name's first letter becomes a capital.
func Parse(line string) (string, string, error) {
	name, value, found := strings.Cut(line, ":")
	if !found {
		return "", "", ErrNoColon
	}
	return strings.ToUpper(name[:1]) + name[1:], strings.TrimSpace(value), nil
}
