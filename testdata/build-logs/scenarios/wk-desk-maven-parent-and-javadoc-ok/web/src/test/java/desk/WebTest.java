package desk;

import static org.junit.Assert.*;
import org.junit.Test;

public class WebTest {
    @Test public void get() { assertEquals("0/", new Web().get("/")); }
    @Test public void empty() { assertThrows(DeskException.class, () -> new Web().get("")); }
}
