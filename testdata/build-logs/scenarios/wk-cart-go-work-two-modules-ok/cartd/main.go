package main

import (
	"flag"
	"fmt"
	"os"

	"example.com/pricing"
)

var version = "dev"

func main() {
	v := flag.Bool("version", false, "")
	p := flag.String("price", "0", "")
	flag.Parse()
	if *v {
		fmt.Println("cartd", version)
		return
	}
	if _, err := pricing.Parse(*p); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(2)
	}
}
