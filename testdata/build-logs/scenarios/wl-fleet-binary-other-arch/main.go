package main

func main() { println("fleet-agent 3.2.0") }
