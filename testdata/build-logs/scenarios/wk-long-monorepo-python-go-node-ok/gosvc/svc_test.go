package gosvc

import (
	"fmt"
	"testing"
)

func TestCodes(t *testing.T) {
	for _, c := range []int{200, 301, 404, 418, 500, 503} {
		t.Run(fmt.Sprint(c), func(t *testing.T) { t.Logf("handler returned %d", c) })
	}
}
