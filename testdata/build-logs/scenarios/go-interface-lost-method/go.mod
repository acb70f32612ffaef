module example.org/objects

go 1.22
