package rates

import "testing"

func TestCents(t *testing.T) {
	for grams, want := range map[int]int{100: 199, 2000: 399, 5000: 799} {
		if got := Cents(grams); got != want {
			t.Errorf("Cents(%d) = %d, want %d", grams, got, want)
		}
	}
}
