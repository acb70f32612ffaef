package main

import (
	"net/http"

	"example.org/panel/web"
)

func main() { http.ListenAndServe(":8080", http.FileServer(http.FS(web.Files))) }
