module example.org/fathom

go 1.22
