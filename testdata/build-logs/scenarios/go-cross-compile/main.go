package main

import "errors"

var errFatal = errors.New("fatal error: all goroutines are asleep")

func main() { _ = errFatal }
