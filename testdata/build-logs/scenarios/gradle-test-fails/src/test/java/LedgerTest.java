import static org.junit.Assert.assertEquals;
import org.junit.Test;

public class LedgerTest {
    @Test public void sums() { assertEquals(3, Ledger.total(1, 2)); }
    @Test public void empty() { System.err.println("ERROR: nothing to sum"); assertEquals(0, Ledger.total()); }
}
