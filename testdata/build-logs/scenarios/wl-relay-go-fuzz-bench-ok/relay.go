// Package relay frames messages.
package relay

import (
	"encoding/binary"
	"errors"
)

// ErrShort tells of a frame that was cut off.
var ErrShort = errors.New("short frame")

// Frame puts the length before a message.
func Frame(m []byte) []byte {
	return append(binary.BigEndian.AppendUint32(nil, uint32(len(m))), m...)
}

// Parse is the reverse of Frame.
func Parse(b []byte) ([]byte, error) {
	if len(b) < 4 || len(b)-4 < int(binary.BigEndian.Uint32(b)) {
		return nil, ErrShort
	}
	return b[4 : 4+binary.BigEndian.Uint32(b)], nil
}
