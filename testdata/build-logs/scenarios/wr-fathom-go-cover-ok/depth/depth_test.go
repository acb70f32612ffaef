package depth

import (
	"fmt"
	"testing"
)

func TestPressure(t *testing.T) {
	for m := 0; m < 300; m += 10 {
		t.Run(fmt.Sprintf("%d_m", m), func(t *testing.T) {
			if p, err := Pressure(m); err != nil || p != 1+m/10 {
				t.Fatal(p, err)
			}
		})
	}
}

func TestErrorAbove(t *testing.T) {
	_, err := Pressure(-1)
	t.Logf("FAIL is logged, not meant: %v", err)
	if err == nil {
		t.Error("no error")
	}
}

func TestSonar(t *testing.T) { t.Skip("no sonar: connection refused") }
