package main

import (
	"fmt"
	"net/http"
	"os"
)

func main() {
	for i := 1; i <= 3; i++ {
		if _, err := http.Get(os.Args[1]); err != nil {
			fmt.Fprintf(os.Stderr, "attempt %d/3 failed: %v\n", i, err)
			continue
		}
		return
	}
	os.Exit(1)
}
