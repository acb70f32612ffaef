package stock

import (
	"os"
	"testing"
)

func TestLevel(t *testing.T) {
	for n, want := range map[int]string{0: "sold out", 3: "3 left"} {
		if got := Level(n); got != want {
			t.Errorf("%d: %s", n, got)
		}
	}
}

// the first run of the day is slow on CI
func TestFlaky(t *testing.T) {
	marker := os.TempDir() + "/warm"
	if _, err := os.Stat(marker); err != nil {
		_ = os.WriteFile(marker, nil, 0o600)
		t.Fatal("cache is cold: timed out waiting for warm-up")
	}
}
