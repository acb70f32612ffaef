package main

import "example.org/tools/server/internal/store"

func main() { store.Open() }
