package org.example;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import org.junit.jupiter.api.Test;

class DistanceTest {
    @Test
    void zero() {
        assertEquals(0, Distance.km(50, 8, 50, 8), 1e-9);
    }

    @Test
    void cities() {
        assertAll("distances",
            () -> assertEquals(477, Distance.km(52.52, 13.40, 50.94, 6.96), 5, "Berlin to Cologne"),
            () -> assertEquals(504, Distance.km(52.52, 13.40, 48.14, 11.58), 5, "Berlin to Munich"));
    }
}
