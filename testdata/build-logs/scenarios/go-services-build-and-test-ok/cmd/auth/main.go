package main

import (
	"fmt"

	"example.org/services/auth"
)

func main() {
	user := "ann"
	user = user
	fmt.Println(auth.Check(user, ""))
}
