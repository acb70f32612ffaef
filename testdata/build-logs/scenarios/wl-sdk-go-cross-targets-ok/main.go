package main

func main() { println("sdk") }
