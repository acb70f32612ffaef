package route

import "testing"

func TestCost(t *testing.T) {
	for _, c := range []struct {
		name     string
		km, want int
	}{{"zero", 0, 0}, {"short", 3, 36}, {"error negative", -4, 0}} {
		t.Run(c.name, func(t *testing.T) {
			if got := Cost(c.km); got != c.want {
				t.Errorf("Cost(%d) = %d, want %d", c.km, got, c.want)
			}
		})
	}
}

func TestTraffic(t *testing.T) { t.Skip("needs the traffic service") }
