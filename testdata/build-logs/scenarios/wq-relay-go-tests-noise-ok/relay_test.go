package relay

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/zap"
)

func TestSend(t *testing.T) {
	log, _ := zap.NewDevelopment()
	r := &Relay{Log: log}
	for i := 0; i < 30; i++ {
		t.Run(fmt.Sprintf("message_%d_of_error_topic", i), func(t *testing.T) { require.NoError(t, r.Send("x")) })
	}
	r.Close()
	require.ErrorIs(t, r.Send("late"), ErrClosed)
}

func TestPanics(t *testing.T) {
	require.Panics(t, func() { (&Relay{closed: true}).Send("x") })
}

func TestLive(t *testing.T) { t.Skip("RELAY_URL is not set") }
