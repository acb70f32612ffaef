package main

import (
	"fmt"
	"os"
)

//go:generate sh -c "printf 'package main\n\nconst count = 3\n' > zz_count.go"

func list() string { return fmt.Sprintf("%d relays, 1 down", count) }

func main() {
	if len(os.Args) > 1 && os.Args[1] == "list" {
		fmt.Println(list())
		return
	}
	fmt.Fprintf(os.Stderr, "relay: error: unknown command %q\nusage: relay list\n", os.Args[1:])
	os.Exit(2)
}
