package integration

import (
	"log"
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	log.SetFlags(0)
	log.Println("integration: starting, schema version 14")
	dsn, ok := os.LookupEnv("NOTIFY_TEST_DSN")
	if !ok {
		log.Fatal("integration: NOTIFY_TEST_DSN is not set; see docs/testing.md")
	}
	log.Println("integration: using", dsn)
	os.Exit(m.Run())
}

func TestNothing(t *testing.T) {}
