package report

import (
	"fmt"
	"os"
	"testing"
)

func TestRows(t *testing.T) {
	for n := 0; n < 45; n++ {
		t.Run(fmt.Sprintf("rows=%d", n), func(t *testing.T) {
			if got := len(Table(make([]string, n))); got != 17*n {
				t.Errorf("length %d", got)
			}
		})
	}
}

func TestErrorRowIsShown(t *testing.T) {
	t.Log("error: disk full (sample row)")
}

func TestGolden(t *testing.T) {
	want, err := os.ReadFile("testdata/fleet.golden")
	if err != nil {
		t.Fatal(err)
	}
	if got := Table([]string{"ketch", "sloop"}); got != string(want) {
		t.Errorf("Table() differs from testdata/fleet.golden:\n got: %q\nwant: %q", got, want)
	}
}
