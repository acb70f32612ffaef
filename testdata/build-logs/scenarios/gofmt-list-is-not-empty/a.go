package f

// A is one.
const A = 1
