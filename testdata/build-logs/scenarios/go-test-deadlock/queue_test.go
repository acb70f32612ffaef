package queue

import "testing"

func TestMain(m *testing.M) {
	warm := New(1)
	warm.Put(1)
	m.Run()
	warm.Put(2)
}

func TestLen(t *testing.T) {
	q := New(2)
	for n := range 2 {
		q.Put(n)
		t.Logf("error %d was not met", n)
	}
	if q.Len() != 2 {
		t.Fatal("lost an item")
	}
}
