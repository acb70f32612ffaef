package depth

import (
	"errors"
	"log"
)

var ErrAir = errors.New("error: above the water")

func Pressure(m int) (p int, err error) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("panic: %v [recovered]", r)
			err = ErrAir
		}
	}()
	if m < 0 {
		panic("negative depth")
	}
	return 1 + m/10, nil
}
