package invoice

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func sample() Invoice {
	return Invoice{"2024-17", "EUR", []Line{{"paper", 3, 499}, {"ink", 1, 1208}}}
}

func TestTotal(t *testing.T) {
	require.Equal(t, int64(2705), sample().Total())
}

func TestHeadline(t *testing.T) {
	assert.Equal(t, "Invoice 2024-17: 27.05 EUR", sample().Headline())
}

func TestEmpty(t *testing.T) {
	assert.Zero(t, Invoice{}.Total())
}
