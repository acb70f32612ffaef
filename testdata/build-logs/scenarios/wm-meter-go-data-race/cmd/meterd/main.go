package main

import "acme.example/meter/counter"

func main() { counter.New().Add("boot") }
