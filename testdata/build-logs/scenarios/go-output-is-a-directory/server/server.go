package server

// Port is where it listens.
const Port = 8080
