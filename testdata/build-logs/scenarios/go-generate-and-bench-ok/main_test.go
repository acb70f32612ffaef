package main

import "testing"

func BenchmarkError(b *testing.B) {
	b.ReportMetric(3, "errors/op")
}
