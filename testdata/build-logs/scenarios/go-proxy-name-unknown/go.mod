module example.org/ledger

go 1.21

require example.org/money v1.2.0
