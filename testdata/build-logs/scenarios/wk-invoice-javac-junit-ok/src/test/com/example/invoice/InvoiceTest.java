package com.example.invoice;

import static org.junit.Assert.*;
import org.junit.Ignore;
import org.junit.Test;
import java.util.List;

public class InvoiceTest {
    @Test public void sums() { assertEquals(3, Invoice.total(List.of(1, 2))); }
    @Test(expected = IllegalArgumentException.class) public void refusesNegative() {
        System.err.println("expecting java.lang.IllegalArgumentException: negative line: -1");
        Invoice.total(List.of(-1));
    }
    @Ignore @Test public void rounding() { fail("not yet"); }
}
