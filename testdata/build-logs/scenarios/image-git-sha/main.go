package main

import "fmt"

var commit = "unknown"

func main() { fmt.Println(commit) }
