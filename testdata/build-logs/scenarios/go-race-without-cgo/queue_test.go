package queue

import "testing"

func TestPush(t *testing.T) {
	var q Queue
	q.Push(1)
	if len(q.items) != 1 {
		t.Fatal("lost")
	}
}
