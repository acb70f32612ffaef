package b

type Cache struct{ tiles map[string][]byte }

func (c *Cache) Put(k string, v []byte) { c.tiles[k] = v }
