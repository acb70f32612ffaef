package api

import "example.org/objects/storage"

type Server struct{ Backend storage.Backend }
