package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import org.junit.jupiter.api.Test;

class TariffTest {
    @Test void near() { assertEquals(1, Tariff.zone(3)); }
}
