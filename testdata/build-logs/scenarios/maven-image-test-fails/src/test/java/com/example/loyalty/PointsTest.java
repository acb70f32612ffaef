package com.example.loyalty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PointsTest {
    @Test
    void refusesNegativeAmounts() {
        assertThrows(IllegalArgumentException.class, () -> Points.of(-1, false));
    }

    @Test
    void countsWholeEuros() {
        assertEquals(12, Points.of(12.99, false));
    }

    @Test
    void doublesForGoldCustomers() {
        assertEquals(24, Points.of(12.99, true));
    }
}
