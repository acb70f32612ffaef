package auth

import (
	"errors"
	"log"
)

var ErrDenied = errors.New("access denied")

func Check(user, password string) error {
	if password != "secret-of-"+user {
		log.Printf("ERROR: login failed for user %q: %v", user, ErrDenied)
		return ErrDenied
	}
	return nil
}
