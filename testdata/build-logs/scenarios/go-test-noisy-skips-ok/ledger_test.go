//go:build !vet

package ledger

import (
	"fmt"
	"log"
	"os"
	"testing"
)

func TestRecovers(t *testing.T) {
	defer func() { fmt.Println("panic:", recover()) }()
	var rows []int
	_ = rows[3]
}

func TestSkipped(t *testing.T) { t.Skip("FAIL: needs a database") }

func TestLogs(t *testing.T) {
	log.Print("dial tcp 127.0.0.1:5432: connect: connection refused, retry 1 of 3")
	fmt.Fprintln(os.Stderr, "--- FAIL: TestOther (0.00s)")
}
