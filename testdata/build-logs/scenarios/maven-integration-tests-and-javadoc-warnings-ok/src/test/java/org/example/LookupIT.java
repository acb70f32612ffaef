package org.example;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class LookupIT {
    @Test
    void server() {
        assumeTrue(System.getenv("LOOKUP_SERVER") != null, "LOOKUP_SERVER is not set: Connection refused");
    }
}
