package b

import "testing"

func TestEmpty(t *testing.T) {}
func TestPut(t *testing.T) {
	var c Cache
	c.Put("0/0/0", nil)
}
