package parse

import "testing"

func BenchmarkFields(b *testing.B) {
	for i := 0; i < b.N; i++ {
		Fields("a,b,c,d")
	}
}

func BenchmarkErrorPath(b *testing.B) {
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		Fields("")
	}
}

func BenchmarkSkipped(b *testing.B) { b.Skip("needs the big corpus") }
