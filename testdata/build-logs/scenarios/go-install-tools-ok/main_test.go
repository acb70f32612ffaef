package main

import "testing"

func TestString(t *testing.T) {
	for _, s := range []State{Failed, Error, Done} {
		t.Run(s.String(), func(t *testing.T) { t.Logf("%d is %s", s, s) })
	}
}
