package main

import "testing"

func TestCheck(t *testing.T) {
	for _, name := range []string{"error.go", "fatal.go", "undefined: x"} {
		t.Run(name, func(t *testing.T) {
			if Check(name) {
				t.Fail()
			}
		})
	}
}

func TestDatabase(t *testing.T) { t.Skip("FAIL: dial tcp 127.0.0.1:5432: connect: connection refused") }

func TestRecover(t *testing.T) {
	defer func() { t.Logf("recovered: %v", recover()) }()
	panic("runtime error: index out of range")
}
