package fetcher

import (
	"fmt"
	"testing"
)

func TestStatus(t *testing.T) {
	for n := 400; n < 440; n++ {
		t.Run(fmt.Sprintf("error_%d", n), func(t *testing.T) {
			if got, err := Status(fmt.Sprint(n)); err != nil || got != n {
				t.Errorf("got %d, %v", got, err)
			}
		})
	}
}

func TestFails(t *testing.T) {
	_, err := Status("fatal")
	t.Log("ERROR as expected:", err)
}
