package renderer

func Markdown(s string) string { return s + "\n" }
