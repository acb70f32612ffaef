package mailer

import "testing"

func TestMessageID(t *testing.T) {
	if len(MessageID("example.com")) < 20 {
		t.Fatal("short")
	}
}
