package queue

import (
	"sync"
	"time"
)

type Job struct {
	ID   string
	Name string
	At   time.Time
}

type Queue struct {
	mu   sync.Mutex
	jobs []Job
}

func New(size int) *Queue { return &Queue{jobs: make([]Job, 0, size)} }

func (q *Queue) Push(job Job) error {
	q.mu.Lock()
	defer q.mu.Unlock()
	if err := validate(job); err != nil {
		return err
	}
	job.At = time.Now().Unix()
	q.jobs = append(q.jobs, job)
	return nil
}

func (q *Queue) Len() int {
	count := len(q.jobs)
}
