module example.org/scripts

go 1.22
