package org.example.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class DeskTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 3, 1);
    private final Desk desk = new Desk();

    @Test
    void lendsThreeAndRefusesTheFourth() {
        for (int i = 0; i < 3; i++) {
            assertTrue(desk.lend("ann", TODAY));
        }
        assertFalse(desk.lend("ann", TODAY));
    }

    @Test
    void feesOfAll() {
        desk.lend("bob", TODAY);
        desk.lend("bob", TODAY);
        assertEquals(80, desk.fees("bob", TODAY.plusDays(30)));
    }

    @Test
    @Disabled("the printer is broken")
    void printsErrors() {
        throw new AssertionError("not reached");
    }
}
