package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"

	"example.org/tally/store"
)

func main() {
	s := &store.Store{}
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		word := in.Text()
		count := 1
		s.Add("all", 1)
	}
	fmt.Println(s)
}
