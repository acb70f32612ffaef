package ingest;

import static org.junit.Assert.assertEquals;
import org.junit.Ignore;
import org.junit.Test;

public class ReaderTest {
    @Test public void reads() { assertEquals(2, new Reader().read("1\n2").size()); }
    @Test public void skips() { assertEquals(1, new Reader().read("1\nx").size()); }
    @Ignore("slow") @Test public void large() { throw new AssertionError(); }
}
