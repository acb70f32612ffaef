package money

import "errors"

var ErrRate = errors.New("error: no rate")
