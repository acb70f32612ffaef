package queue

type Queue struct{ items chan int }

func New(size int) *Queue { return &Queue{items: make(chan int, size)} }

func (q *Queue) Put(n int) { q.items <- n }

func (q *Queue) Len() int { return len(q.items) }
