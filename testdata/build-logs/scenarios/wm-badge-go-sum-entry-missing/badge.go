package badge

import "github.com/google/uuid"

// Number is a badge's number.
func Number() string { return uuid.NewString() }
