module acme.example/relay

go 1.21
