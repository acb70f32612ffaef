// Package counter counts.
package counter

// Counter counts by name.
type Counter struct{ n int }

// New is a counter.
func New() *Counter { return &Counter{} }

// Add counts one.
func (c *Counter) Add(string) { c.n++ }

// N is the number.
func (c *Counter) N() int { return c.n }
