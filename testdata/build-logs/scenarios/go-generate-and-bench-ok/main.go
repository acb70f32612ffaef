package main

//go:generate protoc-nothing --go_out=. ledger.proto

import (
	"errors"
	"fmt"
	"os"
)

func main() {
	if _, err := os.Open("/etc/ledger.conf"); errors.Is(err, os.ErrNotExist) {
		fmt.Fprintln(os.Stderr, "warning:", err)
	}
	defer func() { fmt.Println("recovered:", recover()) }()
	panic("no ledger yet")
}
