package org.example;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class CodesTest {
    @Test
    public void pads() {
        assertEquals("00007", new Codes().pad(7));
    }

    @Test(expected = IllegalArgumentException.class)
    public void refusesNegativeCodes() {
        new Codes().pad(-1);
    }
}
