public class Ledger {
    @Deprecated void add() {}
}
