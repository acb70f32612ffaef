package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {
    @ParameterizedTest(name = "day {0} is in week {1}")
    @CsvSource({"1,1", "6,1", "7,1", "8,2", "14,2", "15,3"})
    void isCounted(int day, int week) {
        System.err.println("WARN error margin of day " + day + " is 0");
        assertEquals(week, Week.of(day), () -> "day " + day);
    }

    @Test
    void refusesNegativeDays() {
        assertThrows(IllegalArgumentException.class, () -> Week.of(-1));
    }
}
