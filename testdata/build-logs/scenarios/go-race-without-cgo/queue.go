package queue

type Queue struct{ items []int }

func (q *Queue) Push(n int) { q.items = append(q.items, n) }
