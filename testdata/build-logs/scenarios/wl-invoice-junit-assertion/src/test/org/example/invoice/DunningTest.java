package org.example.invoice;

import static org.junit.Assert.assertEquals;
import org.junit.Test;

public class DunningTest {
    @Test public void none() { assertEquals(0, Dunning.level(3)); }
    @Test public void first() { assertEquals(1, Dunning.level(14)); }
    @Test public void third() { assertEquals("after ninety days", 3, Dunning.level(91)); }
}
