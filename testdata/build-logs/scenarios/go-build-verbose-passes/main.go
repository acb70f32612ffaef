package main

import "os"

func main() { os.Stderr.WriteString("panic: not really\n") }
