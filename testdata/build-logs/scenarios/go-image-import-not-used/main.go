package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"time"
)

var version = "dev"

func main() {
	started := time.Now()
	http.HandleFunc("/status", func(w http.ResponseWriter, r *http.Request) {
		uptime := time.Since(started)
		json.NewEncoder(w).Encode(map[string]string{"version": version})
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
