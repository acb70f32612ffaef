package b

// Name of the package.
const Name = "b"
