package main

import (
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/spf13/pflag"
	"golang.org/x/text/width"
)

func main() {
	pflag.Parse()
	fmt.Println(uuid.New(), width.Widen, errors.New("error: this is a message"))
}
