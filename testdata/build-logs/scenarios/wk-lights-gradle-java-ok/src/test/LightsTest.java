import static org.junit.Assert.*;
import org.junit.*;

public class LightsTest {
    @Test public void red() { assertEquals("green", Lights.next("red")); }
    @Test public void failure_is_red() { System.err.println("error: unknown light 'blue', falling back"); assertEquals("red", Lights.next("blue")); }
    @Ignore @Test public void night() { }
}
