package integration

import (
	"log"
	"os"
	"testing"
)

var dsn string

func TestMain(m *testing.M) {
	dsn = os.Getenv("MAILER_TEST_DSN")
	if dsn == "" {
		log.Fatal("MAILER_TEST_DSN must be set to run the integration tests")
	}
	os.Exit(m.Run())
}

func TestSend(t *testing.T) { t.Log(dsn) }
