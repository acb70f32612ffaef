module example.org/header

go 1.22
