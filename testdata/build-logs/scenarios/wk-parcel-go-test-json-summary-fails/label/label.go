package label

func Line(s string) string { return s + "\n" }
