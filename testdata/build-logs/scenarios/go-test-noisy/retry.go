package retry

import (
	"fmt"
	"os"
)

func Do(f func() error) (err error) {
	for n := 0; n < 3; n++ {
		if err = f(); err == nil {
			return nil
		}
		fmt.Fprintln(os.Stderr, "ERROR:", err)
	}
	return err
}
