package queue

import "testing"

func TestLen(t *testing.T) {
	q := &Queue{}
	q.Push("a")
	if q.Len() != 1 {
		t.Fail()
	}
}
