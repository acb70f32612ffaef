package desk;

import java.util.*;

public class Store {
    private final Map<String, Object> m = new Hashtable<>();
    public void put(String k, Object v) { m.put(k, v); }
    public Date legacy() { return new Date(2024, 1, 1); }
    public int size() { return m.size(); }
}
