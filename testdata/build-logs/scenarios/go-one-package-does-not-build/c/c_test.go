package c

import (
	"os"
	"testing"
)

func TestName(t *testing.T) {
	if Nam != "c" {
		t.Fatal("wrong name")
	}
}
