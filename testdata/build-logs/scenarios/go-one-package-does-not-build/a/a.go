package a

// Name of the package.
const Name = "a"
