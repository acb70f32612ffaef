package com.example;

import static org.junit.Assert.assertEquals;
import org.junit.Test;

public class ASlugTest {
    @Test public void lowers() { assertEquals("abc", Slug.of("ABC")); }
    @Test public void hyphens() { assertEquals("a-b", Slug.of("A b")); }
}
