package a

import "testing"

func TestA(t *testing.T)  { t.Log("warming up") }
func TestA2(t *testing.T) { t.Log("error codes are 1 to 9") }
