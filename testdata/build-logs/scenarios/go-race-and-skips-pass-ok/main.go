package main

import (
	"fmt"
	"os"

	"github.com/pkg/errors"
)

func connect(url string) error {
	if url == "" {
		return errors.New("QUEUE_URL is empty")
	}
	return nil
}

func main() {
	if err := connect(os.Getenv("QUEUE_URL")); err != nil {
		fmt.Fprintln(os.Stderr, "fatal:", errors.Wrap(err, "connect"))
		os.Exit(3)
	}
}
