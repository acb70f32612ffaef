package counter

// Counter counts events by name.
type Counter struct{ seen map[string]int }

// New makes one.
func New() *Counter { return &Counter{seen: map[string]int{}} }

// Add counts one event.
func (c *Counter) Add(name string) { c.seen[name]++ }
