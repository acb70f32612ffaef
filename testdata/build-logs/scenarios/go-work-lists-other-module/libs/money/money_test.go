package money

import "testing"

func TestCents(t *testing.T) {
	if Cents(2) != 200 {
		t.Fatal("wrong")
	}
}
