import static org.junit.Assert.*;
import org.junit.Test;

public class FerryTest {
    @Test public void loads() { assertEquals(3, new Ferry().load(3)); }
    @Test public void overload() { try { new Ferry().load(41); fail(); } catch (IllegalStateException e) { System.out.println("ERROR " + e.getMessage()); } }
}
