package queue

type Queue struct{ items []string }

func (q *Queue) Push(s string) { q.items = append(q.items, s) }
func (q *Queue) Len() int      { return len(q.items) }
