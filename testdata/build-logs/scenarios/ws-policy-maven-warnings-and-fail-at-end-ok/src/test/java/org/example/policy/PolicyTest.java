package org.example.policy;
import static org.junit.Assert.*;
import org.junit.*;
public class PolicyTest {
    @Test public void adult() { assertEquals(140, Policy.premium(40)); }
    @Test(expected = IllegalArgumentException.class) public void errorOfNegative() { Policy.premium(-1); }
    @Test public void known() { assertEquals("known since 0.9", 1, Policy.premium(0)); }
    @Ignore @Test public void later() { fail("BUILD FAILURE"); }
}
