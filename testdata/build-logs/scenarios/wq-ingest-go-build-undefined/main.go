package main

import (
	"fmt"
	"os"

	"github.com/google/uuid"
	"github.com/spf13/pflag"

	"example.org/ingest/queue"
)

func main() {
	workers := pflag.Int("workers", 4, "how many")
	pflag.Parse()
	q := queue.New(*workers)
	for _, name := range pflag.Args() {
		q.Push(queue.Job{ID: uuid.NewString(), Name: name})
	}
	fmt.Fprintln(os.Stderr, q.Len(), "jobs")
}
