package server

import "testing"

func TestEcho(t *testing.T) {
	if Echo("a") != "a" {
		t.Fail()
	}
}
