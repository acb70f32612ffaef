package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LookupTest {
    @Test
    void finds() {
        assertEquals("1", new Lookup().find(Map.of("a", "1"), "a"));
    }

    @Test
    void fails() {
        assertThrows(IllegalStateException.class, () -> new Lookup().find(Map.of(), "a"));
    }
}
