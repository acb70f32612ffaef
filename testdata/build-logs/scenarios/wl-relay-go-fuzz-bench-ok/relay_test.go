package relay

import (
	"bytes"
	"errors"
	"testing"
)

func TestParse(t *testing.T) {
	for name, in := range map[string][]byte{"empty": nil, "cut": {0, 0, 0, 9, 1}, "three": {0, 0, 1}} {
		t.Run(name, func(t *testing.T) {
			_, err := Parse(in)
			t.Logf("error as expected: %v", err)
			if !errors.Is(err, ErrShort) {
				t.Fatal(err)
			}
		})
	}
}

func FuzzFrame(f *testing.F) {
	f.Add([]byte("x"))
	f.Fuzz(func(t *testing.T, m []byte) {
		if got, err := Parse(Frame(m)); err != nil || !bytes.Equal(got, m) {
			t.Fatal(err)
		}
	})
}

func BenchmarkFrame(b *testing.B) {
	for i := 0; i < b.N; i++ {
		Frame([]byte("hello"))
	}
}
