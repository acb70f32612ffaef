package main

import (
	"log"
	"os"

	"github.com/pkg/errors"
	"gopkg.in/yaml.v3"
)

func load(data []byte) (map[string]int, error) {
	out := map[string]int{}
	err := yaml.Unmarshal(data, &out)
	return out, errors.Wrap(err, "FATAL: configuration is broken")
}

func main() {
	data, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatalf("error: %v", err)
	}
	log.Print(load(data))
}
