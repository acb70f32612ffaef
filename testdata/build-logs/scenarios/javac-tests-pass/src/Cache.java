import java.util.HashMap;
import java.util.Map;

class Cache {
    private final Map map = new HashMap();

    Object get(String key) {
        Object value = map.get(key);
        if (value == null) {
            throw new IllegalStateException("no value for " + key);
        }
        return value;
    }
}
