package sync

import "errors"

var tries int

// Once fails at every first call of three.
func Once() error {
	tries++
	if tries%3 != 0 {
		return errors.New("upstream: connection reset by peer")
	}
	return nil
}
