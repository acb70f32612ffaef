package main

import "example.org/glade/internal/web"

func main() { web.Serve() }
