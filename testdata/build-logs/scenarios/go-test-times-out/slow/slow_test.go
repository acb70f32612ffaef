package slow

import "testing"

func TestLock(t *testing.T) {
	answers := make(chan int)
	go func() { select {} }()
	<-answers
}
