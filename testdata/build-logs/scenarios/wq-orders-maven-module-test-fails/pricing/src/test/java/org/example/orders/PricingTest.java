package org.example.orders;

import static org.junit.jupiter.api.Assertions.*;

import java.math.BigDecimal;
import org.junit.jupiter.api.*;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PricingTest {
    private final Pricing pricing = new Pricing();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 9})
    void noDiscount(int count) {
        assertEquals(BigDecimal.valueOf(count), pricing.total(new Order("ada", count, BigDecimal.ONE)));
    }

    @Test
    void discountFromTen() {
        assertEquals(new BigDecimal("9.50"), pricing.total(new Order("ada", 10, BigDecimal.ONE)));
    }

    @Test
    void initial() {
        assertEquals("a", pricing.customerInitial(new Order("ada", 1, BigDecimal.ONE)));
    }

    @Test
    @Disabled("needs the tax service")
    void tax() {}
}
