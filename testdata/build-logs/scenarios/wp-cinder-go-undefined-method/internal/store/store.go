package store

import "errors"

var ErrNotFound = errors.New("store: no such item")

type Store struct{ items map[string]string }

func New() *Store { return &Store{items: map[string]string{}} }

func (s *Store) Find(id string) (string, error) {
	if v, ok := s.items[id]; ok {
		return v, nil
	}
	return "", ErrNotFound
}
