package main

import (
	"fmt"
	"os"

	"example.org/app/store"
	"github.com/google/uuid"
)

func main() {
	var id string = uuid.New()
	s := store.Open(id, 3)
	fmt.Println(s.Lenght())
}
