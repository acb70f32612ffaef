class Ledger; end
