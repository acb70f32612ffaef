package org.example.orders;

import static org.junit.jupiter.api.Assertions.*;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class OrderTest {
    @Test
    void refusesNoItems() {
        assertThrows(IllegalArgumentException.class, () -> new Order("ada", 0, BigDecimal.ONE));
    }
}
