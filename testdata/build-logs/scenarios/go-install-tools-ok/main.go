package main

import (
	"log"
	"os"
)

//go:generate stringer -type=State

// State of a job.
type State int

// The states.
const (
	Failed State = iota
	Error
	Done
)

func main() { log.Fatalf("error: unknown command %q", os.Args[1:]) }
