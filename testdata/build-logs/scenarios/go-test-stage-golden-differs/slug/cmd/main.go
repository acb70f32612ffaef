package main

import (
	"fmt"
	"os"

	"example.com/slug/slug"
)

func main() {
	s, err := slug.Make(os.Args[1])
	fmt.Println(s, err)
}
