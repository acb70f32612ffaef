package com.example;

import static org.junit.Assert.assertEquals;
import org.junit.Test;

public class BSlugTest {
    @Test public void trims() { assertEquals("a", Slug.of(" a ")); }
}
