package template

import "testing"

func TestFill(t *testing.T) {
	if Fill("Hi {name}", "Eva") != "Hi Eva" {
		t.Fail()
	}
}
