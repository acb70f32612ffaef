package sched

import (
	"testing"
	"time"
)

func TestOne(t *testing.T) {
	var s Sched
	s.Go(func() {})
	if s.Wait() != 1 {
		t.Fatal("not done")
	}
}

func TestTwo(t *testing.T) {
	var s Sched
	for i := 0; i < 2; i++ {
		s.Go(func() { time.Sleep(20 * time.Millisecond) })
	}
	s.Wait()
}

func TestEmpty(t *testing.T) {
	var s Sched
	if s.Wait() != 0 {
		t.Fatal("done")
	}
}
