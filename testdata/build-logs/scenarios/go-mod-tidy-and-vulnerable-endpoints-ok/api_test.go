package main

import (
	"net/http/httptest"
	"testing"
)

func TestHandler(t *testing.T) {
	for id, want := range map[string]int{"": 400, "nonsense": 400, "6ba7b810-9dad-11d1-80b4-00c04fd430c8": 204} {
		w := httptest.NewRecorder()
		handler(w, httptest.NewRequest("GET", "/?id="+id, nil))
		if w.Code != want {
			t.Errorf("%q: %d, want %d", id, w.Code, want)
		}
	}
}
