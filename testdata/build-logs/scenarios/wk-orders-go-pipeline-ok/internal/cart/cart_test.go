package cart

import (
	"os"
	"sync"
	"testing"
)

func TestAdd(t *testing.T) {
	for _, tc := range []struct {
		name string
		n    int
		err  error
	}{{"one", 1, nil}, {"zero", 0, nil}, {"negative fails", -1, ErrNegative}} {
		t.Run(tc.name, func(t *testing.T) {
			if err := New().Add("sku", tc.n); err != tc.err {
				t.Fatalf("got %v, want %v", err, tc.err)
			}
		})
	}
}

func TestConcurrent(t *testing.T) {
	c := New()
	var wg sync.WaitGroup
	for i := 0; i < 50; i++ {
		wg.Add(1)
		go func() { defer wg.Done(); _ = c.Add("a", 2) }()
	}
	wg.Wait()
	if c.Total() != 100 {
		t.Errorf("total %d", c.Total())
	}
}

func TestAgainstDatabase(t *testing.T) {
	if os.Getenv("DATABASE_URL") == "" {
		t.Skip("DATABASE_URL not set, skipping integration test")
	}
}
