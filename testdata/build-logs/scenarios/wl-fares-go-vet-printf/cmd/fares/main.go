package main

import (
	"fmt"
	"os"

	"example.org/fares/zones"
)

func main() {
	for _, z := range os.Args[1:] {
		p, err := zones.Price(z)
		fmt.Println(z, p, err)
	}
}
