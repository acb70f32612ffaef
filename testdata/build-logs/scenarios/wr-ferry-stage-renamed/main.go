package main

func main() { println("ferry") }
