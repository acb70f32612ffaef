package main

import "testing"

func TestVat(t *testing.T) {
	if vat(100) != 119 {
		t.Fatal(vat(100))
	}
}
