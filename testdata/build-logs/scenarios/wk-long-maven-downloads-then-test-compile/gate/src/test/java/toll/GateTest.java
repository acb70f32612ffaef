package toll;

import static org.junit.Assert.*;
import org.junit.Test;

public class GateTest {
    @Test public void pays() {
        Gate g = new Gate(new Rates(5));
        assertEquals(5, g.pay(false));
        g.open();
    }
}
