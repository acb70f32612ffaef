package label

import "testing"

func TestLine(t *testing.T) {
	if Line("a") != "a\n" {
		t.Fatal()
	}
}
