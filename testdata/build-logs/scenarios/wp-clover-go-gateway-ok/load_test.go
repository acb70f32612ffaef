package main

import (
	"fmt"
	"testing"

	"github.com/sirupsen/logrus"
	"github.com/stretchr/testify/require"
)

func TestErrors(t *testing.T) {
	for i := 0; i < 30; i++ {
		t.Run(fmt.Sprintf("error_%d", i), func(t *testing.T) {
			_, err := load(fmt.Sprintf("/missing/%d", i))
			require.Error(t, err)
			logrus.Error(err)
		})
	}
}

func TestPanicIsRecovered(t *testing.T) {
	defer func() { t.Log("recovered: panic:", recover()) }()
	var m map[string]int
	m["a"] = 1
}

func TestUpstream(t *testing.T) { t.Skip("FAIL expected without an upstream") }
