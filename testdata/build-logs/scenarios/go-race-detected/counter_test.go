package counter

import (
	"sync"
	"testing"
)

func TestAdd(t *testing.T) {
	c := New()
	c.Add("error")
	if c.seen["error"] != 1 {
		t.Error("not counted")
	}
}

func TestParallel(t *testing.T) {
	c, var1 := New(), sync.Mutex{}
	var wait sync.WaitGroup
	total := 0
	for i := 0; i < 2; i++ {
		wait.Add(1)
		go func() {
			defer wait.Done()
			var1.Lock()
			c.Add("hit")
			var1.Unlock()
			total++
		}()
	}
	wait.Wait()
	t.Log("total", total)
}
