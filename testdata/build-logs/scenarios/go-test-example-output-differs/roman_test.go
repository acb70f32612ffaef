package roman

import (
	"fmt"
	"testing"
)

func ExampleOf() {
	fmt.Println(Of(2024))
	fmt.Println(Of(3))
	// Output:
	// MMXXIV
	// III
}

func TestTen(t *testing.T) {
	if Of(10) != "X" {
		t.Error("10")
	}
}
