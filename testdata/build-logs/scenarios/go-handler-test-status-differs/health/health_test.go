package health

import (
	"net/http/httptest"
	"testing"
)

func status(ready bool) int {
	w := httptest.NewRecorder()
	Handler(func() bool { return ready })(w, httptest.NewRequest("GET", "/health", nil))
	return w.Code
}

func TestReady(t *testing.T) {
	if got := status(true); got != 200 {
		t.Errorf("status = %d, want 200", got)
	}
}

func TestNotReady(t *testing.T) {
	if got := status(false); got != 503 {
		t.Errorf("status = %d, want 503", got)
	}
}
