package quota

import (
	"fmt"
	"testing"
)

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text string
		want int64
	}{
		{"1", 1}, {"12", 12}, {"1K", 1024}, {"1kb", 1024}, {"3M", 3 << 20}, {"2G", 2 << 30}, {"1.5G", 3 << 29}, {"10 K", 10240},
	} {
		t.Run(c.text, func(t *testing.T) {
			got, err := Parse(c.text)
			if err != nil {
				t.Fatalf("Parse(%q): %v", c.text, err)
			}
			if got != c.want {
				t.Errorf("Parse(%q) = %d, want %d", c.text, got, c.want)
			}
		})
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{"", "x", "K", "1X"} {
		if _, err := Parse(text); err == nil {
			t.Errorf("%q is taken", text)
		} else {
			t.Logf("error as expected: %v", err)
		}
	}
}

func TestPlainNumbers(t *testing.T) {
	for n := int64(0); n < 40; n++ {
		t.Run(fmt.Sprint("bytes_", n), func(t *testing.T) {
			if got, err := Parse(fmt.Sprint(n)); err != nil || got != n {
				t.Error(got, err)
			}
		})
	}
}

func BenchmarkParse(b *testing.B) {
	for i := 0; i < b.N; i++ {
		Parse("12G")
	}
}
