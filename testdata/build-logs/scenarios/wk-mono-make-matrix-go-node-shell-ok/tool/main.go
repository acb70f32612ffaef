package main

import "fmt"

func main() { fmt.Println("tool: configuration valid, 0 errors, 2 warnings") }
