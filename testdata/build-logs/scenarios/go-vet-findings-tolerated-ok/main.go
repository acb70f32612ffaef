package main

import "os"

type note struct {
	text string "json:text"
}

func main() {
	n := note{"error: none"}
	os.Stderr.WriteString(n.text + "\n")
	for {
		break
		os.Exit(1)
	}
}
