package length

import "testing"

func TestToFeet(t *testing.T) {
	if got := ToFeet(0.3048); got != 1 {
		t.Error(got)
	}
}
