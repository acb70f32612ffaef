package main

import "testing"

func TestFail(t *testing.T) {
	fail("backup")
	if fail("backup") != fail("backup") {
		t.Fatal("ids differ")
	}
	if n := failures.Get("backup").String(); n != "3" {
		t.Fatal(n)
	}
}

func TestLater(t *testing.T) { t.Skip("no cluster in this build") }
