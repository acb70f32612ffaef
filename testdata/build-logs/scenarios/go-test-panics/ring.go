package ring

type Ring struct{ items []int }

func (r *Ring) Last() int { return r.items[len(r.items)-1] }
