package store

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestPut(t *testing.T) {
	s := Store{}
	s.Put("1", 7)
	require.Contains(t, s, "1")
}
