package stream

import (
	"strings"
	"testing"
)

func FuzzSplit(f *testing.F) {
	f.Add("a,b")
	f.Fuzz(func(t *testing.T, s string) {
		parts, err := Split(s)
		if err != nil {
			t.Skip()
		}
		if strings.Join(parts, ",") != s {
			t.Fatal(s)
		}
	})
}

func TestEmpty(t *testing.T) {
	if _, err := Split(""); err == nil {
		t.Fatal("no error")
	}
}
