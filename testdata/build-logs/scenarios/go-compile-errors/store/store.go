package store

type Store struct{ name string }

func Open(name string) *Store { return &Store{name} }

func (s *Store) Length() int { return len(s.name) }
