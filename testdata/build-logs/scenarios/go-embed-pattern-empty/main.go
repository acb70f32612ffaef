package main

import (
	"embed"
	"fmt"
)

//go:embed all:dist/assets
var assets embed.FS

func main() { fmt.Println(assets.ReadDir("dist")) }
