package main

import (
	"log"
	"testing"
)

func TestTry(t *testing.T) {
	if err := try(1); err == nil {
		t.Fatal("no error")
	}
	log.Println("FATAL: expected, from test")
	t.Log("panic: not really")
}

func TestSkip(t *testing.T) { t.Skip("error: needs a database") }
