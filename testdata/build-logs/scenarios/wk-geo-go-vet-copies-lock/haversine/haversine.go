package haversine

import "math"

func Rad(d float64) float64 { return d * math.Pi / 180 }
