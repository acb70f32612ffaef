package ring

import "testing"

func TestLast(t *testing.T) {
	if (&Ring{[]int{1, 2}}).Last() != 2 {
		t.Fatal("wrong")
	}
}

func TestEmpty(t *testing.T) {
	if (&Ring{}).Last() != 0 {
		t.Fatal("wrong")
	}
}
