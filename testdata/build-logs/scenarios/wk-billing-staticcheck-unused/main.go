package main

import (
	"fmt"
	"os"
	"strings"
)

func vat(net int) int { return net * 119 / 100 }

func legacyVat(net int) int { return net * 116 / 100 }

func main() {
	name := "world"
	if len(os.Args) > 1 {
		name = strings.Join(os.Args[1:], " ")
	}
	fmt.Println(fmt.Sprintf("hello %s, %d", name, vat(100)))
}
