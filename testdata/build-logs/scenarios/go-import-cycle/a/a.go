package a

import "example.org/ledger/b"

func A() { b.B() }
