package b

import (
	"fmt"
	"testing"
)

func TestRows(t *testing.T) {
	for n := 0; n < 50; n++ {
		t.Run(fmt.Sprint("error", n), func(t *testing.T) {})
	}
}
