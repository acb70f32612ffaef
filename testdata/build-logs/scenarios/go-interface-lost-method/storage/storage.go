package storage

import "context"

// Backend is where objects lie.
type Backend interface {
	Get(ctx context.Context, key string) ([]byte, error)
	Put(ctx context.Context, key string, data []byte) error
}

type Memory struct{ objects map[string][]byte }

func NewMemory() *Memory { return &Memory{map[string][]byte{}} }

func (m *Memory) Get(_ context.Context, key string) ([]byte, error) { return m.objects[key], nil }

func (m *Memory) Put(_ context.Context, key string, data []byte) error {
	m.objects[key] = data
	return nil
}
