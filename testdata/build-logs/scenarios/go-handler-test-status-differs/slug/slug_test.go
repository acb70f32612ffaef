package slug

import "testing"

func TestOf(t *testing.T) {
	for _, name := range []string{"A B", "a b", "a B"} {
		t.Run(name, func(t *testing.T) {
			if Of(name) != "a-b" {
				t.Fatal(Of(name))
			}
		})
	}
}
