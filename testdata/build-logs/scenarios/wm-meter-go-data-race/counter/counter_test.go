package counter

import (
	"sync"
	"testing"
)

func TestAddFromMany(t *testing.T) {
	c := New()
	var wg sync.WaitGroup
	for i := 0; i < 4; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for j := 0; j < 1000; j++ {
				c.Add("x")
			}
		}()
	}
	wg.Wait()
	if c.N() == 0 {
		t.Fatal("nothing counted")
	}
}
