module example.org/parcels

go 1.22

require (
	github.com/google/uuid v1.6.0
	github.com/go-chi/chi/v5 v5.1.0
)
