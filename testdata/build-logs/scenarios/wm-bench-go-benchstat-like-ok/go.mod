module acme.example/bench

go 1.21
