package pricing

import "testing"

func TestParse(t *testing.T) {
	if _, err := Parse("x"); err == nil {
		t.Fatal("no error")
	}
}
