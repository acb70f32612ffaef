package main

import (
	"fmt"

	"example.com/orders/internal/cart"
)

var version = "dev"

func main() {
	c := cart.New()
	fmt.Println("orders", version, c.Total())
}
