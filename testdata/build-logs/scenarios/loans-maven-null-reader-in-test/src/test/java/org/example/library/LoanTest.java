package org.example.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanTest {
    private static final LocalDate DUE = LocalDate.of(2024, 3, 1);

    @ParameterizedTest
    @CsvSource({"2024-02-01, 0", "2024-03-01, 0", "2024-03-02, 20", "2024-03-11, 200", "2025-03-01, 1000"})
    void fee(LocalDate today, int cents) {
        assertEquals(cents, new Loan("ann", DUE).feeInCents(today));
    }

    @Test
    void readerIsRequired() {
        assertThrows(NullPointerException.class, () -> new Loan(null, DUE));
    }
}
