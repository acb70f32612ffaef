package main

import (
	"fmt"

	"example.com/larch/report"
)

func main() { fmt.Print(report.Table([]string{"a"})) }
