package queue

type Queue struct{ c chan int }

func New(n int) *Queue { return &Queue{make(chan int, n)} }
func (q *Queue) Put(v int) { q.c <- v }
func (q *Queue) Get() int  { return <-q.c }
