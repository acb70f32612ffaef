package main

import "os"

func Check(name string) bool {
	println("error: cannot open " + name + ": no such file or directory")
	return false
}

func main() {
	if len(os.Args) < 2 {
		println("panic: usage: tool FILE")
		os.Exit(2)
	}
}
