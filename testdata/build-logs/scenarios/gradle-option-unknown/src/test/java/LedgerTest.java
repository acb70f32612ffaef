import static org.junit.Assert.assertEquals;
import org.junit.Test;

public class LedgerTest {
    @Test public void sums() { assertEquals(1, Ledger.rows.size()); }
}
