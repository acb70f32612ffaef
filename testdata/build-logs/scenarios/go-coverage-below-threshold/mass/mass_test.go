package mass

import "testing"

func TestToPounds(t *testing.T) {
	if got := ToPounds(0.45359237); got != 1 {
		t.Error(got)
	}
	ToStones(12)
}
