package org.example.falcon;

import static org.junit.jupiter.api.Assertions.*;
import org.junit.jupiter.api.*;

class RetryErrorTest {
    private int calls;

    @Test void succeedsAfterErrors() {
        assertEquals("ok", Retry.three(() -> { if (++calls < 3) throw new java.io.IOException("connection refused"); return "ok"; }));
    }

    @Test void givesUp() {
        assertThrows(IllegalStateException.class, () -> Retry.three(() -> { throw new java.sql.SQLException("ERROR: relation does not exist"); }));
    }

    @Disabled("BUILD FAILURE of the upstream, see ticket") @Test void upstream() { fail(); }
}
