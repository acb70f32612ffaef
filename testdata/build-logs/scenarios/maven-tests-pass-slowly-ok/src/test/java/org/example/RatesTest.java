package org.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;

class RatesTest {
    @Test
    void isMocked() {
        Rates rates = mock(Rates.class);
        when(rates.current()).thenReturn(1.5);
        assertEquals(1.5, rates.current());
    }
}
