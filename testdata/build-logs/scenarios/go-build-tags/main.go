package main

func main() { notify("ready") }
