package web

import (
	"embed"
	"net/http"
)

//go:embed templates/*.html
var templates embed.FS

func Serve() error {
	return http.ListenAndServe(":8080", http.FileServer(http.FS(templates)))
}
