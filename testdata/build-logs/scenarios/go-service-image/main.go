package main

import (
	"errors"
	"fmt"
	"os"
)

var errNoConfig = errors.New("error: no configuration file")

func check(args []string) error {
	if len(args) > 0 {
		return errNoConfig
	}
	return nil
}

func main() {
	if err := check(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(3)
	}
}
