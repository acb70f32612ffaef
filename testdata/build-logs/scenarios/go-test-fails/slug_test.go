package slug

import (
	"fmt"
	"testing"
)

func TestSlug(t *testing.T) {
	for in, want := range map[string]string{"Hello": "hello", "a b": "a-b"} {
		if got := Slug(in); got != want {
			t.Errorf("Slug(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMany(t *testing.T) {
	for n := 0; n < 60; n++ {
		t.Run(fmt.Sprintf("case-%d", n), func(t *testing.T) { Slug("x") })
	}
}

func TestTwoSpaces(t *testing.T) {
	if got := Slug("a b c"); got != "a-b-c" {
		t.Fatalf("Slug gave %q, want %q", got, "a-b-c")
	}
}
