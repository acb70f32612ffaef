public class Ledger { }
