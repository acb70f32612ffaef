package acme;

import static org.junit.jupiter.api.Assertions.*;
import org.junit.jupiter.api.*;

class StockTest {
    @Test void takes() { Stock s = new Stock(); s.add("a", 2); assertTrue(s.take("a", 2)); }
    @Test void refusesWhenNothingIsLeft() { assertFalse(new Stock().take("b", 1)); }
    @Test @Disabled("STK-9") void reserves() { fail("not there"); }
}
