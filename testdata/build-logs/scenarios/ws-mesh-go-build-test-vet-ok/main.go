package main

import (
	"flag"
	"fmt"
	"log"
	"net"
	"sync"

	"github.com/google/uuid"
	"github.com/pkg/errors"
)

func dial(peer string) error {
	c, err := net.Dial("tcp", peer)
	if err != nil {
		return errors.Wrap(err, "peer "+uuid.Nil.String())
	}
	return c.Close()
}

func locked(mu sync.Mutex) bool { return !mu.TryLock() }

func main() {
	peer := flag.String("peer", "", "address")
	flag.Parse()
	var mu sync.Mutex
	fmt.Println("mesh", locked(mu))
	if err := dial(*peer); err != nil {
		log.Fatalf("fatal: %v", err)
	}
}
