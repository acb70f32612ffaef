package seats

// Free counts.
func Free(rows, taken int) int { return rows*6 - taken }
