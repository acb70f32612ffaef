import static org.junit.Assert.*;
import org.junit.Test;

public class CronTest {
    @Test public void due() { assertTrue(Cron.due(5, 10)); }
    @Test public void notDue() { assertFalse(Cron.due(5, 11)); }
    @Test(expected = IllegalArgumentException.class) public void zero() { System.out.println("ERROR expected: every must be positive"); Cron.due(0, 1); }
}
