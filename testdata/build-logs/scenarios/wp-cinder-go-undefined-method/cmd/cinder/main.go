package main

import (
	"log"
	"net/http"

	"example.com/cinder/internal/store"
	"github.com/gorilla/mux"
	"github.com/spf13/cobra"
)

func main() {
	s := store.New()
	r := mux.NewRouter()
	r.HandleFunc("/items/{id}", func(w http.ResponseWriter, q *http.Request) {
		item, err := s.Lookup(mux.Vars(q)["id"])
		if err != nil {
			http.Error(w, err.Error(), http.StatusNotFound)
			return
		}
		w.Write([]byte(item))
	})
	cmd := &cobra.Command{Use: "cinder", Run: func(*cobra.Command, []string) { log.Fatal(http.ListenAndServe(":8080", r)) }}
	cmd.Execute()
}
