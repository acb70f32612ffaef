module example.com/exporter

go 1.28.1
