package index

import "sync"

type Grid struct {
	sync.RWMutex
	cells map[[2]int][]string
}

func (g Grid) Lookup(x, y int) []string {
	g.RLock()
	defer g.RUnlock()
	return g.cells[[2]int{x, y}]
}

func (g *Grid) Insert(x, y int, id string) {
	g.Lock()
	defer g.Unlock()
	g.cells[[2]int{x, y}] = append(g.cells[[2]int{x, y}], id)
}
