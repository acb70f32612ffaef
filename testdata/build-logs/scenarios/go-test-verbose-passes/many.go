package many

import "errors"

func Check(n int) error {
	if n < 0 {
		return errors.New("FAIL: negative")
	}
	return nil
}
