package main

import "example.org/money"

func main() { money.Round() }
