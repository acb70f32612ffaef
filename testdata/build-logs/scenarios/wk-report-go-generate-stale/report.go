package report

//go:generate sh ./mknames.sh

func Count() int { return len(names) }
