module acme.example/tiles

go 1.21
