package retry

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFatal(t *testing.T) {
	if err := Do(3, func() error { return ErrFatal }); !errors.Is(err, ErrFatal) {
		t.Fatal(err)
	}
}

func TestThirdTry(t *testing.T) {
	tries := 0
	err := Do(3, func() error {
		if tries++; tries < 3 {
			return errors.New("no such host")
		}
		return nil
	})
	if diff := cmp.Diff([]any{3, nil}, []any{tries, err}); diff != "" {
		t.Fatal(diff)
	}
}

func TestPanics(t *testing.T) {
	defer func() { t.Log("recovered:", recover()) }()
	panic("boom")
}
