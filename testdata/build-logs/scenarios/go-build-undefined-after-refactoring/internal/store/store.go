package store

// Store holds the figures.
type Store struct{ path string }

// New opens a store.
func New(path string) (*Store, error) { return &Store{path}, nil }

// Total is the sum of a year.
func (s *Store) Total(year int) int { return year }
