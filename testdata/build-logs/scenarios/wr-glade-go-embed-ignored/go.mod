module example.org/glade

go 1.22
