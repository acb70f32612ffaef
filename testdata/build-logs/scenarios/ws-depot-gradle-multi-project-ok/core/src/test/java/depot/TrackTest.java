package depot;
import static org.junit.Assert.*;
import org.junit.*;
public class TrackTest {
    private final Track t = new Track();
    @Test public void empty() { assertEquals(0, t.size()); }
    @Test public void logs() { System.err.println("ERROR: simulated"); t.add("a"); assertEquals(1, t.size()); }
    @Test(expected = IllegalStateException.class) public void full() { for (int i = 0; i < 4; i++) t.add("w"); }
    @Test public void flaky() { assertEquals("known flaky", 2, t.size()); }
}
