package store

import "sync"

type Store struct {
	mu sync.Mutex
	m  map[string]int
}

func (s *Store) Add(k string, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.m[k] += n
}
