package org.example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import org.junit.jupiter.api.*;

class coreTest {
    @Test void failsAsExpected() {
        System.err.println("ERROR ledger is closed: java.io.IOException: simulated");
        assertThrows(IllegalStateException.class, () -> { throw new IllegalStateException("BUILD FAILURE"); });
    }
    @Disabled("connection refused on CI") @Test void online() { Assertions.fail("offline"); }
}
