package relay

import (
	"errors"

	"go.uber.org/zap"
)

var ErrClosed = errors.New("relay: closed")

type Relay struct {
	Log    *zap.Logger
	closed bool
}

func (r *Relay) Send(text string) error {
	if r.closed {
		r.Log.Error("send failed", zap.String("text", text), zap.Error(ErrClosed))
		return ErrClosed
	}
	return nil
}

func (r *Relay) Close() { r.closed = true }
