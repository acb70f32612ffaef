package many

import (
	"fmt"
	"testing"
)

func TestErrors(t *testing.T) {
	for n := 0; n < 100; n++ {
		t.Run(fmt.Sprintf("error-%d", n), func(t *testing.T) {
			if Check(-n-1) == nil {
				t.Error("no error")
			}
		})
	}
}
