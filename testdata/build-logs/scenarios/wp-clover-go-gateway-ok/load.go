package main

import "os"

func load(name string) ([]byte, error) {
return os.ReadFile(name)
}
