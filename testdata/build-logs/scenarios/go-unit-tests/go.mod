module example.org/wallet

go 1.22
