package a

import (
	"fmt"
	"testing"
)

func TestPages(t *testing.T) {
	for n := 0; n < 70; n++ {
		t.Run(fmt.Sprint("page", n), func(t *testing.T) {
			if n == 61 {
				var titles map[string]string
				titles["x"] = "y"
			}
		})
	}
}
