package web

import (
	"encoding/json"
	"log"
	"net/http"

	"github.com/go-chi/chi/v5"

	"example.org/parcels/internal/parcel"
)

// Handler answers for prices.
func Handler() http.Handler {
	r := chi.NewRouter()
	r.Get("/price/{weight}", func(w http.ResponseWriter, q *http.Request) {
		p, err := parcel.Parse(chi.URLParam(q, "weight"))
		if err != nil {
			log.Printf("ERROR bad request: %v", err)
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		json.NewEncoder(w).Encode(map[string]int{"price": p.Price()})
	})
	return r
}
