package main

import "testing"

func TestCheck(t *testing.T) {
	if check([]string{"--fail"}) == nil {
		t.Fatal("no error")
	}
}
