package slug

import (
	"fmt"
	"testing"
)

func TestNumbers(t *testing.T) {
	for n := 1; n <= 30; n++ {
		t.Run(fmt.Sprint("part ", n), func(t *testing.T) {
			got, err := Make(fmt.Sprintf("Part %d", n))
			if err != nil || got != fmt.Sprintf("part-%d", n) {
				t.Errorf("Make = %q, %v", got, err)
			}
		})
	}
}

func TestEmptyIsAnError(t *testing.T) {
	if _, err := Make("  "); err != ErrEmpty {
		t.Fatal("no error")
	}
}

func TestTitles(t *testing.T) {
	for title, want := range map[string]string{
		"Hello World":   "hello-world",
		"Tea & Biscuit": "tea-and-biscuit",
		"  spaces  ":    "spaces",
	} {
		if got, _ := Make(title); got != want {
			t.Errorf("Make(%q) = %q, want %q", title, got, want)
		}
	}
}

func TestLong(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
}
