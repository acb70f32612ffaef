package main

import (
	"testing"
)

func TestConnectFails(t *testing.T) {
	err := connect("")
	if err == nil {
		t.Fatal("no error")
	}
	t.Logf("error as expected: %v", err)
}

func TestRecover(t *testing.T) {
	defer func() { t.Log("recovered: panic:", recover()) }()
	panic("FAIL: index out of range")
}

func TestIntegration(t *testing.T) { t.Skip("QUEUE_URL not set") }
