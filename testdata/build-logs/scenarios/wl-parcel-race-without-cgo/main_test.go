package main

import "testing"

func TestWeigh(t *testing.T) {
	if weigh([]int{2, 2}) != 4 {
		t.Fail()
	}
}
