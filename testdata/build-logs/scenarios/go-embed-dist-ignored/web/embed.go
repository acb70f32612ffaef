// Package web holds what the browser loads.
package web

import "embed"

//go:embed dist/*
var Files embed.FS
