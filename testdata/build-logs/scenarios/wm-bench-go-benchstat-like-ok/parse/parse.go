package parse

import "strings"

// Fields splits.
func Fields(s string) []string { return strings.Split(s, ",") }
