package main

func main() { println("fig") }
