package parcel

import (
	"errors"
	"fmt"
	"testing"
)

func TestPrice(t *testing.T) {
	for _, c := range []struct {
		weight float64
		want   int
	}{{0.1, 549}, {1, 549}, {2, 549}, {2.1, 949}, {5, 949}, {10, 949}, {10.5, 1649}, {20, 1649}, {30, 1649}} {
		t.Run(fmt.Sprint(c.weight), func(t *testing.T) {
			if got := (Parcel{Weight: c.weight}).Price(); got != c.want {
				t.Errorf("Price() = %d, want %d", got, c.want)
			}
		})
	}
}

func TestParse(t *testing.T) {
	p, err := Parse("2.5")
	if err != nil {
		t.Fatal(err)
	}
	if p.Weight != 2.5 {
		t.Errorf("weight %v", p.Weight)
	}
}

func TestParseErrors(t *testing.T) {
	for _, text := range []string{"", "heavy", "1,5", "--"} {
		t.Run(text, func(t *testing.T) {
			_, err := Parse(text)
			if err == nil {
				t.Fatal("no error")
			}
			t.Logf("as it should: %v", err)
		})
	}
}

func TestTooHeavy(t *testing.T) {
	if _, err := Parse("31"); !errors.Is(err, ErrTooHeavy) {
		t.Errorf("got %v", err)
	}
}

func TestCourier(t *testing.T) {
	t.Skip("needs the courier's sandbox")
}
