package auth

import (
	"errors"
	"testing"
)

func TestCheck(t *testing.T) {
	for _, user := range []string{"ann", "bob", "eve"} {
		t.Run("denied/"+user, func(t *testing.T) {
			if err := Check(user, "wrong"); !errors.Is(err, ErrDenied) {
				t.Fatal(err)
			}
		})
		t.Run("allowed/"+user, func(t *testing.T) {
			if err := Check(user, "secret-of-"+user); err != nil {
				t.Fatal(err)
			}
		})
	}
}

func TestLDAP(t *testing.T) { t.Skip("skipping: LDAP_URL is not set") }
