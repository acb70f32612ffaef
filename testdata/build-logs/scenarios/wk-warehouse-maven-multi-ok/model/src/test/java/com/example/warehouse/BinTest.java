package com.example.warehouse;

import static org.junit.Assert.*;
import org.junit.Test;

public class BinTest {
    @Test public void counts() { Bin b = new Bin(); b.put(2); assertEquals(2, b.count()); }
    @Test public void refuses() {
        try { new Bin().put(-1); fail(); }
        catch (IllegalStateException e) { e.printStackTrace(); }
    }
}
