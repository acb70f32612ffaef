package web

import (
	"net/http"
	"net/http/httptest"
	"testing"
)

func get(path string) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	Handler().ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

func TestPrice(t *testing.T) {
	if got := get("/price/1").Body.String(); got != "{\"price\":549}\n" {
		t.Errorf("got %q", got)
	}
}

func TestBadWeights(t *testing.T) {
	for _, weight := range []string{"x", "99", "1e"} {
		t.Run(weight, func(t *testing.T) {
			if got := get("/price/" + weight).Code; got != http.StatusBadRequest {
				t.Errorf("got %d", got)
			}
		})
	}
}

func TestUnknownPath(t *testing.T) {
	if got := get("/nothing").Code; got != http.StatusNotFound {
		t.Errorf("got %d", got)
	}
}
