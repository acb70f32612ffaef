package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PriceTest {
    @Test
    void isRounded() {
        assertEquals(2, Math.round(1.5));
    }
}
