package c

// Name of the package.
const Name = "c"
