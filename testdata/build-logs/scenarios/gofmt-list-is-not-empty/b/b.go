package b

// B adds.
func B(x int,y int) int {
    return x+y
}
