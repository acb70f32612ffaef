package server

// Echo gives back what it is given.
func Echo(text string) string { return text }
