package store

// Store keeps what was billed.
type Store map[string]int64

func (s Store) Put(number string, cents int64) { s[number] = cents }
