package version

const Version = "0.3.0"
