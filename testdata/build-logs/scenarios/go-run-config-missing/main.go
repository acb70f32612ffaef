package main

import (
	"flag"
	"log"
	"os"
)

func main() {
	p := flag.String("config", "", "")
	flag.Parse()
	log.Println("starting")
	b, err := os.ReadFile(*p)
	if err != nil {
		log.Fatalf("cannot read configuration: %v", err)
	}
	log.Println(len(b))
}
