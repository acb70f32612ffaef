public class Ledger {
    static int total(int... rows) { return rows.length; }
}
