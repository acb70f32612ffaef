import static org.junit.Assert.*;
import org.junit.Test;

public class PanelTest { @Test public void rows() { assertEquals(2, new Panel().rows); } }
