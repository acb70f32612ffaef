package main

import (
	"fmt"
	"log"
	"os"

	"github.com/google/uuid"
	"github.com/pkg/errors"
)

var ErrTemporary = errors.New("temporary failure")

func Retry(times int, do func(int) error) error {
	var err error
	for n := 1; n <= times; n++ {
		if err = do(n); err == nil {
			return nil
		}
		log.Printf("ERROR attempt %d failed: %v", n, err)
	}
	return errors.Wrap(err, "gave up")
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "fail" {
		fmt.Println(Retry(3, func(int) error { return ErrTemporary }))
		os.Exit(1)
	}
	fmt.Println(uuid.NewString())
}
