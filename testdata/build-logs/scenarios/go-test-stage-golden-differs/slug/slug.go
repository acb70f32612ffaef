package slug

import (
	"errors"
	"log"
	"strings"
)

var ErrEmpty = errors.New("empty title")

func Make(title string) (string, error) {
	if strings.TrimSpace(title) == "" {
		log.Printf("error: %v", ErrEmpty)
		return "", ErrEmpty
	}
	return strings.Join(strings.Fields(strings.ToLower(title)), "-"), nil
}
