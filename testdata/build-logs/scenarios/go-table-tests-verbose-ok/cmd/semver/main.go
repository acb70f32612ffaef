package main

import (
	"fmt"

	"example.org/semver/version"
)

func main() { fmt.Println(version.Parse("1.2.3")) }
