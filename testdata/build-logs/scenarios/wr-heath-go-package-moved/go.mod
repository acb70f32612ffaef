module example.org/heath

go 1.22
