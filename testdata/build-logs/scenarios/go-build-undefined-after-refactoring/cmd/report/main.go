package main

import (
	"fmt"

	"example.com/report/internal/store"
)

func main() {
	s, err := store.Open("report.db")
	if err != nil {
		panic(err)
	}
	fmt.Println(s.Totals(2026))
	count := 3
}
