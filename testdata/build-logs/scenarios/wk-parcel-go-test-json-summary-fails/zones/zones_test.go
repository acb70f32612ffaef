package zones

import "testing"

func TestOf(t *testing.T) {
	if Of("1010") != '1' {
		t.Fatal()
	}
	t.Log("error paths are covered elsewhere")
}
