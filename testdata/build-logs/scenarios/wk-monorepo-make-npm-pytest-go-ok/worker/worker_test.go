package worker

import "testing"

func TestBackoff(t *testing.T) {
	if Backoff(3) != 800 {
		t.Fatal(Backoff(3))
	}
	t.Log("retrying after error: 800 ms")
}
