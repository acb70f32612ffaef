package org.example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class RetryTest {
    private static final Logger LOG = Logger.getLogger("retry");

    @Test
    void givesUp() {
        LOG.log(Level.SEVERE, "[ERROR] connection refused", new IOException("BUILD FAILURE is only a text"));
        assertThrows(IOException.class, () -> { throw new IOException("refused"); });
    }

    @Test
    void printsErrors() {
        System.out.println("[ERROR] Failed to execute goal: a line of the program under test");
        assertTrue(true);
    }

    @Test
    @Disabled("Tests run: 1, Failures: 1")
    void isSlow() {
        throw new AssertionError();
    }
}
