package main

import (
	"fmt"
	"testing"

	"github.com/pkg/errors"
)

func TestRetry(t *testing.T) {
	for n := 1; n <= 12; n++ {
		t.Run(fmt.Sprintf("succeeds_at_attempt_%d", n), func(t *testing.T) {
			if err := Retry(12, func(k int) error {
				if k < n {
					return ErrTemporary
				}
				return nil
			}); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestGivesUp(t *testing.T) {
	if err := Retry(2, func(int) error { return ErrTemporary }); errors.Cause(err) != ErrTemporary {
		t.Fatal(err)
	}
}

func TestDatabase(t *testing.T) { t.Skip("connection refused: no database here") }
