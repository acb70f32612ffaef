package org.example.stock;

import java.util.HashMap;
import java.util.Map;

public class Stock {
    private final Map<String, Integer> items = new HashMap<>();

    public void add(String item, int count) { items.merge(item, count, Integer::sum); }

    public void take(String item, int count) {
        int left = items.get(item) - count;
        if (left < 0) throw new IllegalStateException(item + ": only " + items.get(item));
        items.put(item, left);
    }

    public int of(String item) { return items.getOrDefault(item, 0); }
}
