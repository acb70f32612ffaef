package main

import (
	"errors"
	"fmt"
	"log"
)

func try(n int) error {
	if n < 3 {
		return errors.New("connection refused")
	}
	return nil
}

func main() {
	for i := 1; ; i++ {
		if err := try(i); err != nil {
			log.Printf("ERROR attempt %d failed: %v", i, err)
			continue
		}
		break
	}
	fmt.Println("connected")
}
