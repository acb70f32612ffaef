package main

import (
	"fmt"
	"net/http"
	"os"
)

func check(url string) error {
	answer, err := http.Get(url)
	if err != nil {
		return fmt.Errorf("probe: %w", err)
	}
	return answer.Body.Close()
}

func main() {
	fmt.Printf("checking %d\n", os.Args[1])
	if err := check(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "ERROR:", err)
		os.Exit(1)
	}
}
