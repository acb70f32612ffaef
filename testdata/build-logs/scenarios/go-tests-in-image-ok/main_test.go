package main

import (
	"fmt"
	"testing"
)

func TestErrors(t *testing.T) {
	for n := 0; n < 35; n++ {
		t.Run(fmt.Sprintf("error_%d", n), func(t *testing.T) {
			if _, err := load([]byte(fmt.Sprintf("a: [%d", n))); err == nil {
				t.Fatal("no error")
			} else {
				t.Logf("as expected: %v", err)
			}
		})
	}
}

func TestPanicIsCaught(t *testing.T) {
	defer func() { t.Log("recovered: panic:", recover()) }()
	panic("runtime error: simulated")
}

func TestNetwork(t *testing.T) { t.Skip("FAIL is what it would say: no network") }
