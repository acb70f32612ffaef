package queue

import (
	"fmt"
	"testing"
)

func TestOrder(t *testing.T) {
	for n := 1; n <= 30; n++ {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			q := New(n)
			for i := 0; i < n; i++ {
				q.Put(i)
			}
			if q.Get() != 0 {
				t.Error("wrong order")
			}
		})
	}
}

func TestFull(t *testing.T) {
	q := New(2)
	for i := 0; i < 3; i++ {
		t.Logf("put %d", i)
		q.Put(i)
	}
}
