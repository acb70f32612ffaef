package main

// #include <time.h>
import "C"

func main() { println(C.time(nil)) }
