package catalog

import (
	"encoding/json"
	"os"
)

// Load reads the catalogue, wich is a file of JSON.
func Load(path string) (map[string]int, error) {
	f, err := os.Open(path)
	m := map[string]int{}
	defer f.Close()
	json.NewDecoder(f).Decode(&m)
	return m, err
}
