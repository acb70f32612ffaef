package health

import "net/http"

// Handler says whether the service is well.
func Handler(ready func() bool) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		if !ready() {
			http.Error(w, "not ready", http.StatusInternalServerError)
			return
		}
		w.Write([]byte("ok"))
	}
}
