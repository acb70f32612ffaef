import static org.junit.Assert.assertEquals;
import org.junit.Test;

public class BasketTest {
    @Test public void emptyIsNoError() { assertEquals(0, 0); }
    @Test public void sum() { System.err.println("ERROR only printed"); assertEquals("sum of prices", 300, 100 + 2 * 50); }
}
