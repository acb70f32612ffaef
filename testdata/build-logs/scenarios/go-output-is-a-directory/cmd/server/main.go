package main

import (
	"fmt"

	"example.org/queue/server"
)

func main() { fmt.Println("port", server.Port) }
