package retry

import (
	"errors"
	"testing"
)

func TestDo(t *testing.T) {
	n := 0
	err := Do(3, func() error {
		n++
		if n < 3 {
			return errors.New("connection reset by peer")
		}
		return nil
	})
	if err != nil || n != 3 {
		t.Fatal(err, n)
	}
}

func TestPanicIsRecovered(t *testing.T) {
	defer func() { t.Logf("recovered: %v", recover()) }()
	_ = Do(1, func() error { panic("boom") })
}
