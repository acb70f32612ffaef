package main

import (
	"fmt"
	"os"

	"github.com/google/uuid"
	"github.com/pkg/errors"
)

func crack(what string) error {
	if what == "crack" {
		return errors.Wrap(errors.New("error: the shell is too hard"), uuid.Nil.String())
	}
	return nil
}

func main() {
	if err := crack(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "fatal:", err)
		os.Exit(2)
	}
}
