package sched

import "sync"

type Sched struct {
	done int
	wg   sync.WaitGroup
}

func (s *Sched) Go(f func()) {
	s.wg.Add(1)
	go func() {
		defer s.wg.Done()
		f()
		s.done++
	}()
}

func (s *Sched) Wait() int {
	s.wg.Wait()
	return s.done
}
