package main

import "testing"

func TestRefused(t *testing.T) {
	for n := 0; n < 12; n++ {
		if err := check("http://127.0.0.1:1/"); err == nil {
			t.Error("no error")
		} else {
			t.Log("error as expected:", err)
		}
	}
}

func TestBad(t *testing.T) {
	if check("http://[::1") == nil {
		t.Fatal("no error")
	}
}
