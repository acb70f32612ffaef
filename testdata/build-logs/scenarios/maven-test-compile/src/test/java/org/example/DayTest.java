package org.example;

import static org.junit.Assert.assertEquals;

import org.junit.Test;
import org.mockito.Mockito;

public class DayTest {
    @Test
    public void isOne() {
        assertEquals(1, Mockito.mock(Day.class).number());
    }
}
