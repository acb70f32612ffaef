package main

import (
	"heath/pkg/store"
	"fmt"
)

func main() { fmt.Println(store.Get("a")) }
