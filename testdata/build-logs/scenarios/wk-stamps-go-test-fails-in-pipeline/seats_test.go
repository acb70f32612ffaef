package seats

import "testing"

func TestFree(t *testing.T) {
	for _, tc := range []struct{ rows, taken, want int }{{1, 0, 6}, {2, 3, 9}, {0, 1, 0}, {10, 60, 0}} {
		if got := Free(tc.rows, tc.taken); got != tc.want {
			t.Errorf("Free(%d, %d) = %d, want %d", tc.rows, tc.taken, got, tc.want)
		}
	}
}

func TestNames(t *testing.T) { t.Log("names are checked by the linter") }
