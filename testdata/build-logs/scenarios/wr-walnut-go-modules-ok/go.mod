module example.org/walnut

go 1.22
