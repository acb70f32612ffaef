package slug

import "strings"

// Of makes a slug.
func Of(s string) string { return strings.ReplaceAll(strings.ToLower(s), " ", "-") }
