package cart

type Cart struct{ items map[string]int }

func New() *Cart { return &Cart{items: map[string]int{}} }

func (c *Cart) Add(name string, n int) { c.items[name] += n }

func (c *Cart) Remove(name string, n int) { c.items[name] -= n }

func (c *Cart) Names() []string {
	names := []string{}
	for name := range c.items {
		names = append(names, name)
	}
	return names
}
