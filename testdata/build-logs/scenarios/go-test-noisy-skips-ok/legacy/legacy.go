package legacy

func Unused() int {
	return 1
	return 2
}
