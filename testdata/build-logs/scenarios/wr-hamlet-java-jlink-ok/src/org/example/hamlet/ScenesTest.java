package org.example.hamlet;

import static org.junit.Assert.*;

import org.junit.*;

public class ScenesTest {
    @Test public void first() { assertEquals("Elsinore", Scenes.of(1)); }
    @Test(expected = java.util.NoSuchElementException.class) public void none() { Scenes.of(9); }
    @Test public void logs() {
        try { Scenes.of(0); } catch (RuntimeException e) { e.printStackTrace(); }
    }
    @Ignore("FAILURES!!! of the upstream") @Test public void ghost() { fail(); }
}
