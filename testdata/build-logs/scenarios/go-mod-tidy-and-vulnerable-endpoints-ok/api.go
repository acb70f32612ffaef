package main

import (
	"log"
	"net/http"

	"github.com/google/uuid"
)

func handler(w http.ResponseWriter, r *http.Request) {
	if _, err := uuid.Parse(r.URL.Query().Get("id")); err != nil {
		log.Printf("ERROR: bad request: %v", err)
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	w.WriteHeader(http.StatusNoContent)
}

func main() {
	http.HandleFunc("/", handler)
}
