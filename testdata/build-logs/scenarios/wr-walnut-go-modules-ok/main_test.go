package main

import (
	"fmt"
	"testing"
)

func TestCrack(t *testing.T) {
	for i := 0; i < 20; i++ {
		t.Run(fmt.Sprint("attempt_", i), func(t *testing.T) {
			if err := crack("crack"); err == nil {
				t.Fatal("no error")
			} else {
				t.Log("panic: not really:", err)
			}
		})
	}
}
