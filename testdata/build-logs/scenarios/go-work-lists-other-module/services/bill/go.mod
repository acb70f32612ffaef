module example.org/bill

go 1.22
