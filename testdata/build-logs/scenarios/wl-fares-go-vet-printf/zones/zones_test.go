package zones

import "testing"

func TestPrice(t *testing.T) {
	if p, _ := Price("B"); p != 310 {
		t.Fatalf("B costs %d", p)
	}
}
