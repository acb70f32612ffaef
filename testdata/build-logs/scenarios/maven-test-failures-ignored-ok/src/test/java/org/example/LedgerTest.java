package org.example;

import static org.junit.Assert.assertEquals;
import java.util.Arrays;
import org.junit.Test;

public class LedgerTest {
    @Test public void counts() { assertEquals(2, new Ledger().total(Arrays.asList(1, 2))); }
    @Test public void sums() { assertEquals(3, new Ledger().total(Arrays.asList(1, 2))); }
    @Test public void fails() { throw new IllegalStateException("no connection"); }
}
