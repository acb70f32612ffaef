package rate

import (
	"fmt"
	"testing"
)

func TestRates(t *testing.T) {
	for i := 0; i < 45; i++ {
		t.Run(fmt.Sprintf("rate_%02d", i), func(t *testing.T) {
			if i*2 < i {
				t.Error("overflow")
			}
		})
	}
}
