package main

import (
	"flag"
	"fmt"
)

func weigh(sizes []int) (sum int) {
	for _, s := range sizes {
		sum += s
	}
	return sum
}

func main() {
	test := flag.Bool("selftest", false, "")
	flag.Parse()
	if *test {
		fmt.Println("selftest: 3 parcels,", weigh([]int{1, 2, 3}), "kg: ok")
	}
}
