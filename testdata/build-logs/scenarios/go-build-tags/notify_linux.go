package main

import "fmt"

func notify(s string) { fmt.Println(s) }
