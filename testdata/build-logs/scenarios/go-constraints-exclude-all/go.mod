module example.org/tray

go 1.22
