public class SelfTest {
    public static void main(String[] a) {
        Ledger l = new Ledger();
        l.book(new Money(5));
        assert l.balance().cents() == 5;
    }
}
