module example.com/larch

go 1.22
