package template

import "strings"

func Fill(text, name string) string { return strings.ReplaceAll(text, "{name}", name) }
