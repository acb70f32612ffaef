package main

import (
	"fmt"

	"example.org/billing/invoice"
)

func main() { fmt.Println(invoice.Invoice{}.Headline()) }
