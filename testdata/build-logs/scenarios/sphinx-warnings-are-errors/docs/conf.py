project = "ledger"
