package com.example;

import static org.junit.jupiter.api.Assertions.*;

import org.junit.jupiter.api.Test;

class TariffTest {
    @Test
    void firstHalfHourIsFree() {
        assertEquals(0, new Tariff().cents(30));
    }

    @Test
    void everyQuarterThatBeganCosts() {
        assertEquals(50, new Tariff().cents(31), "31 minutes");
    }

    @Test
    void negativeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Tariff().cents(-1));
    }
}
