module example.org/daemon

go 1.22
