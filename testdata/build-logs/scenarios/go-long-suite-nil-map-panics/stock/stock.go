package stock

// Stock counts items.
type Stock struct{ items map[string]int }

// Add adds items.
func (s *Stock) Add(name string, n int) { s.items[name] += n }

// Count says how many there are.
func (s *Stock) Count(name string) int { return s.items[name] }
