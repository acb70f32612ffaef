package org.example;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class RatesTest {
    private final Rates rates = new Rates("{\"USD\": 1.25, \"GBP\": 0.75}");

    @Test
    public void dollars() {
        assertEquals(12.5, rates.convert(10, "USD"), 1e-9);
    }

    @Test
    public void yen() {
        assertEquals(1600, rates.convert(10, "JPY"), 1e-9);
    }
}
