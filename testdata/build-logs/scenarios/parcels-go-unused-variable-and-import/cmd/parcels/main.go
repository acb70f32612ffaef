package main

import (
	"fmt"
	"log"
	"os"

	"example.org/parcels/internal/parcel"
)

func main() {
	if len(os.Args) < 2 {
		log.Fatal("usage: parcels WEIGHT...")
	}
	for _, text := range os.Args[1:] {
		p, err := parcel.Parse(text)
		if err != nil {
			fmt.Fprintln(os.Stderr, "error:", err)
			continue
		}
		fmt.Println(p.Price())
	}
}
