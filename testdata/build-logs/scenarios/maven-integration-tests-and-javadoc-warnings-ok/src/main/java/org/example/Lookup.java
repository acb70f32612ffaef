package org.example;

import java.util.Map;

/**
 * Looks up.
 */
public class Lookup {
    /**
     * Finds <b>it.
     * @param no such parameter
     * @see Missing
     */
    public String find(Map<String, String> map, String key) {
        String value = map.get(key);
        if (value == null) {
            System.err.println("ERROR: no value for " + key);
            throw new IllegalStateException("no value for " + key);
        }
        return value;
    }
}
