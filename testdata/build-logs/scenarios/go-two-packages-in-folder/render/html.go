package render

func HTML(s string) string { return "<p>" + s + "</p>" }
