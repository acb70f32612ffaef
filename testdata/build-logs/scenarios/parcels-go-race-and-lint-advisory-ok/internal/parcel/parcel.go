// Package parcel knows what parcels cost.
package parcel

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/google/uuid"
)

// ErrTooHeavy is told of parcels of more than 30 kg.
var ErrTooHeavy = errors.New("too heavy")

// Parcel is one parcel.
type Parcel struct {
	ID     uuid.UUID
	Weight float64
}

// Parse reads a weight.
func Parse(text string) (Parcel, error) {
	weight, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return Parcel{}, fmt.Errorf("weight %q: %w", text, err)
	}
	if weight > 30 {
		return Parcel{}, ErrTooHeavy
	}
	return Parcel{uuid.New(), weight}, nil
}

// Price is in cents.
func (p Parcel) Price() int {
	switch {
	case p.Weight <= 2:
		return 549
	case p.Weight <= 10:
		return 949
	default:
		return 1649
	}
}
