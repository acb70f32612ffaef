package fetcher

import "strconv"

// Status reads a status.
func Status(text string) (int, error) { return strconv.Atoi(text) }
