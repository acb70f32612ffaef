package ledger

import "testing"

func TestTotal(t *testing.T) {
	t.Log("error in the name only")
}

func TestRows(t *testing.T) {
	t.Run("empty", func(t *testing.T) { t.Errorf("rows: got 1, want 0") })
	t.Run("one", func(t *testing.T) {})
}
