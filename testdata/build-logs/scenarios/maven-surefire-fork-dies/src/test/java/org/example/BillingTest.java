package org.example;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import org.junit.jupiter.api.Test;

class BillingTest {
    @Test void exists() { assertNotNull(new Billing()); }
    @Test void needsAFile() { Billing.main(new String[0]); }
}
