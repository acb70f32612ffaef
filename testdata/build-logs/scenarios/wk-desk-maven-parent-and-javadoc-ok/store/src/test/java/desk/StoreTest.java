package desk;

import static org.junit.Assert.*;
import org.junit.*;

public class StoreTest {
    @Test public void puts() { Store s = new Store(); s.put("a", 1); assertEquals(1, s.size()); }
    @Test(expected = NullPointerException.class) public void nullFails() { System.err.println("SEVERE: null key rejected"); new Store().put(null, 1); }
    @Ignore("desk-77") @Test public void concurrent() { fail(); }
}
