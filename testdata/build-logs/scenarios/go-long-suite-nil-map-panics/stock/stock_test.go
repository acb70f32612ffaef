package stock

import "testing"

func TestEmpty(t *testing.T) {
	var s Stock
	if s.Count("pen") != 0 {
		t.Fatal("not empty")
	}
}

func TestAdd(t *testing.T) {
	var s Stock
	s.Add("pen", 3)
	if s.Count("pen") != 3 {
		t.Fatal("not added")
	}
}
