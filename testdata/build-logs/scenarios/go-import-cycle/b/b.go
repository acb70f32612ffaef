package b

import "example.org/ledger/a"

func B() { a.A() }
