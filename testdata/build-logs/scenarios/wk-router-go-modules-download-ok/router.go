package router

import (
	"net/http"

	"github.com/gorilla/mux"
	"go.uber.org/multierr"
	"golang.org/x/sync/errgroup"
)

// New makes the routes.
func New() *mux.Router {
	r := mux.NewRouter()
	r.HandleFunc("/health", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(204) })
	return r
}

// All runs all and tells all errors.
func All(fs ...func() error) error {
	var g errgroup.Group
	var all error
	for _, f := range fs {
		f := f
		g.Go(func() error { return f() })
	}
	return multierr.Append(all, g.Wait())
}
