package d

// Name of the package.
const Name = "d"
