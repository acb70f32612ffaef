package org.example;

import static org.junit.Assert.assertNull;
import org.junit.Test;

public class FeedTest {
    @Test public void brokenText() {
        System.err.println("[ERROR] this text is broken on purpose");
        assertNull(Feed.read("{\"a\": "));
    }
}
