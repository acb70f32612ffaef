package org.example;

import static org.junit.Assert.assertEquals;
import org.junit.Test;

public class LedgerTest {
    @Test public void twoDigits() { assertEquals(1250, Ledger.cents("12.50")); }
    @Test public void oneDigit() { assertEquals(1250, Ledger.cents("12.5")); }
    @Test public void empty() { assertEquals(0, Ledger.cents("")); }
}
