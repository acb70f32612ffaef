module acme.example/meter

go 1.22
