package slug

import "strings"

func Slug(s string) string { return strings.ToLower(strings.Replace(s, " ", "-", 1)) }
