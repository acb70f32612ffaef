module example.com/cartd

go 1.22
