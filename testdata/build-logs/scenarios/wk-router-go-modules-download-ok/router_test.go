package router

import (
	"errors"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestHealth(t *testing.T) {
	w := httptest.NewRecorder()
	New().ServeHTTP(w, httptest.NewRequest("GET", "/health", nil))
	require.Equal(t, 204, w.Code)
}

func TestAll(t *testing.T) {
	require.EqualError(t, All(func() error { return errors.New("boom") }), "boom")
}

func BenchmarkHealth(b *testing.B) {
	r := New()
	for i := 0; i < b.N; i++ {
		r.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/health", nil))
	}
}
