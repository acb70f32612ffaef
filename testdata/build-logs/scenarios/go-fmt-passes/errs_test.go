package main

import (
	"fmt"
	"testing"
)

func TestError(t *testing.T) {
	for i := range 30 {
		t.Run(fmt.Sprint("Failed", i), func(t *testing.T) { t.Logf("error %d: connection reset by peer", i) })
	}
}
