import static org.junit.Assert.*;
import org.junit.Test;
import java.util.Map;

public class SensorTest {
    @Test public void known() { assertEquals(4, new Sensor(Map.of("a", 4)).read("a")); }
    @Test public void unknownIsZero() { assertEquals(0, new Sensor(Map.of()).read("b")); }
}
