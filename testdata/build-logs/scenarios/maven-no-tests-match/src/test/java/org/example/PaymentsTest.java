package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import org.junit.jupiter.api.Test;

class PaymentsTest {
    @Test
    void fee() {
        assertEquals(3, new Payments().fee(300));
    }
}
