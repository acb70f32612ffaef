// Package queue keeps tasks.
package queue

import (
	"errors"
	"fmt"
	"log/slog"
)

// ErrFull is told by Push.
var ErrFull = errors.New("queue: full")

// Q is a queue.
type Q struct{ items []string }

// Push adds.
func (q *Q) Push(s string) error {
	if len(q.items) >= 8 {
		slog.Error("push failed", "item", s, "err", ErrFull)
		return fmt.Errorf("push %q: %w", s, ErrFull)
	}
	q.items = append(q.items, s)
	return nil
}
