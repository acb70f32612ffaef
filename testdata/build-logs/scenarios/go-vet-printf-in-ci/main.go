package main

import (
	"log"
	"os"
)

func main() {
	log.Printf("starting %s with %d arguments", os.Args[0])
}
