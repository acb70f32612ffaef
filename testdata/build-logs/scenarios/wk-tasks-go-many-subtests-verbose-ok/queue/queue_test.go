package queue

import (
	"errors"
	"fmt"
	"testing"
)

func TestPush(t *testing.T) {
	for i := 0; i < 40; i++ {
		t.Run(fmt.Sprintf("fill_%d", i), func(t *testing.T) {
			q := &Q{}
			for j := 0; j < i%9; j++ {
				if err := q.Push("x"); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func TestPushFailsWhenFull(t *testing.T) {
	q := &Q{items: make([]string, 8)}
	if err := q.Push("one too many"); !errors.Is(err, ErrFull) {
		t.Errorf("got %v", err)
	}
}

func TestRedisBackend(t *testing.T) { t.Skip("REDIS_ADDR not set") }
