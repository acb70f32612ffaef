package main

import (
	"fmt"

	"example.org/money"
)

func main() { fmt.Println(money.ErrRate) }
