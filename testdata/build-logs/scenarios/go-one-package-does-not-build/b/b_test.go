package b

import (
	"fmt"
	"testing"
)

func TestErrors(t *testing.T) {
	for n := 0; n < 18; n++ {
		t.Run(fmt.Sprintf("error_%d", n), func(t *testing.T) { t.Log("failed reads are retried") })
	}
}
