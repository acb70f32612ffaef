package org.example.invoice;

import static org.junit.Assert.assertEquals;
import org.junit.Test;

public class NumberTest {
    @Test public void formats() { assertEquals("2024-00017", Numbers.format(2024, 17)); }
    @Test public void counts() { assertEquals(18, Numbers.next("2024-00017")); }
    @Test(expected = NumberFormatException.class) public void refuses() { Numbers.next("2024-x"); }
}
