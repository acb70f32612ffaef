// Package cart sums what a customer buys.
package cart

import (
	"errors"
	"log"
	"sync"
)

// ErrNegative is returned for a negative quantity.
var ErrNegative = errors.New("cart: negative quantity")

// Cart is safe for concurrent use.
type Cart struct {
	mu    sync.Mutex
	items map[string]int
}

// New returns an empty cart.
func New() *Cart { return &Cart{items: map[string]int{}} }

// Add adds n pieces.
func (c *Cart) Add(sku string, n int) error {
	if n < 0 {
		log.Printf("ERROR rejecting %s: %v", sku, ErrNegative)
		return ErrNegative
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.items[sku] += n
	return nil
}

// Total counts the pieces.
func (c *Cart) Total() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	t := 0
	for _, n := range c.items {
		t += n
	}
	return t
}
