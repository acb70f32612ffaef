package main

import "fmt"

type Item struct {
	Name  string
	Count int
}

func (i Item) Set(n int) { i.Count = n }

func main() {
	it := Item{"bolt", 3}
	fmt.Printf("%d items of %s\n", it.Name, it.Count)
	for i := 0; i < 3; i++ {
		defer func() { fmt.Println(i) }()
	}
	return
	fmt.Println("unreachable")
}
