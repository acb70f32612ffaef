package storage

import (
	"context"
	"testing"
)

func TestMemory(t *testing.T) {
	var b Backend = NewMemory()
	b.Put(context.Background(), "k", []byte("v"))
	if got, _ := b.Get(context.Background(), "k"); string(got) != "v" {
		t.Fatal(got)
	}
}
