package org.example.stock;

import static org.junit.Assert.*;

import org.junit.*;

public class StockTest {
    private final Stock stock = new Stock();

    @Before public void fill() { stock.add("bolt", 5); }
    @Test public void adds() { stock.add("bolt", 1); assertEquals(6, stock.of("bolt")); }
    @Test public void takes() { stock.take("bolt", 5); assertEquals(0, stock.of("bolt")); }
    @Test(expected = IllegalStateException.class) public void takesTooMany() { stock.take("bolt", 6); }
    @Test(expected = IllegalStateException.class) public void takesUnknown() { stock.take("nut", 1); }
    @Test public void unknownIsZero() { assertEquals(0, stock.of("nut")); }
    @Ignore("slow") @Test public void many() { fail(); }
}
