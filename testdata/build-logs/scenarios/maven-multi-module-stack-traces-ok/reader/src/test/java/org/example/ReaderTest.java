package org.example;

import static org.junit.Assert.assertEquals;

import org.junit.Ignore;
import org.junit.Test;

public class ReaderTest {
    @Test
    public void reads() {
        assertEquals(7, new Reader().read("7"));
    }

    @Test
    public void errorsBecomeZero() {
        assertEquals(0, new Reader().read("seven"));
    }

    @Test(expected = NullPointerException.class)
    public void nullFails() {
        Object o = null;
        o.hashCode();
    }

    @Ignore("BUILD FAILURE on the old server")
    @Test
    public void old() {
        throw new AssertionError();
    }
}
