package org.example;

import static org.junit.jupiter.api.Assertions.assertThrows;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

class AppTest {
    @Test
    void fails() {
        var e = assertThrows(IllegalStateException.class, () -> { throw new IllegalStateException("database is gone"); });
        e.printStackTrace();
    }

    @Test
    @Disabled("flaky")
    void flaky() {
        throw new AssertionError("expected: <1> but was: <2>");
    }
}
