package main

import (
	"example.org/objects/api"
	"example.org/objects/storage"
)

type disk struct{ root string }

func (d disk) Get(key string) ([]byte, error) { return nil, nil }

func (d disk) Put(key string, data []byte) error { return nil }

func main() {
	servers := []api.Server{
		{Backend: storage.NewMemory()},
		{Backend: disk{"/srv"}},
	}
	_ = servers
}
