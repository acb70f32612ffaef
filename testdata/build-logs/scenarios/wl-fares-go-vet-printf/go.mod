module example.org/fares

go 1.22
