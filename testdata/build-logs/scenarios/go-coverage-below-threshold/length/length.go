package length

func ToFeet(m float64) float64 { return m / 0.3048 }

func ToMiles(m float64) float64 { return m / 1609.344 }

func Name(unit string) string {
	switch unit {
	case "m":
		return "metre"
	case "ft":
		return "foot"
	case "mi":
		return "mile"
	}
	return unit
}
