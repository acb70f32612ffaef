package main

import (
	"errors"
	"fmt"
	"os"
)

func main() {
	if _, err := os.Open("missing.conf"); errors.Is(err, os.ErrNotExist) {
		fmt.Println("warning:", err, "- using defaults")
	}
}
