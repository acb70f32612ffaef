package mailer

import "github.com/google/uuid"

// MessageID makes an id.
func MessageID(host string) string { return "<" + uuid.NewString() + "@" + host + ">" }
