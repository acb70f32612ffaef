import java.util.Map;

public class Sensor {
    private final Map<String, Integer> last;
    public Sensor(Map<String, Integer> last) { this.last = last; }
    public int read(String id) { return last.get(id); }
}
