package report

import "example.org/stats"

type point struct{ x, y int }

// Farthest point.
func Farthest(points []point) point {
	return stats.Max(points...)
}

// Name of the report.
func Name() string {
	var unused int
	return "report"
}
