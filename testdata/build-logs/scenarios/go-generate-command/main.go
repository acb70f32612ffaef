package main

//go:generate stringer-example -type=Kind

type Kind int

func main() {}
