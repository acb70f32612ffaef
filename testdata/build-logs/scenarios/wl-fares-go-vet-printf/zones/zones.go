package zones

import (
	"errors"
	"fmt"
)

var ErrUnknown = errors.New("unknown zone")

var price = map[string]int{"A": 240, "B": 310, "C": 420}

// Price tells the cents of a zone.
func Price(name string) (int, error) {
	p, ok := price[name]
	if !ok {
		return 0, fmt.Errorf("zone %d: %w", name, ErrUnknown)
	}
	return p, nil
}
