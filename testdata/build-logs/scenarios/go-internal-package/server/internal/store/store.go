// Package store keeps.
package store

// Open opens.
func Open() {}
