package main

import (
	"flag"
	"fmt"
	"os"

	"example.org/fathom/depth"
)

func main() {
	m := flag.Int("depth", 0, "metres")
	flag.Parse()
	p, err := depth.Pressure(*m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "fathom:", err)
		os.Exit(1)
	}
	fmt.Println(p)
}
