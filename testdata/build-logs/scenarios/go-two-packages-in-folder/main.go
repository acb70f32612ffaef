package main

import (
	"fmt"

	"example.org/reports/render"
)

func main() { fmt.Println(render.HTML("report")) }
