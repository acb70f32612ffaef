package main

import (
	"flag"
	"fmt"

	"acme.example/courier/route"
	"github.com/google/uuid"
)

var version = "dev"

func main() {
	show := flag.Bool("version", false, "")
	flag.Parse()
	if *show {
		fmt.Println("courier", version)
		return
	}
	fmt.Println(uuid.NewString(), route.Cost(3))
}
