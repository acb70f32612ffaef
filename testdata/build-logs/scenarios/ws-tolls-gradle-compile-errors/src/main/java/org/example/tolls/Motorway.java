package org.example.tolls;

import java.util.Map;

public class Motorway implements Road {
    private static final Map<String, Integer> TOLLS = Map.of("car", 4, "lorry", 11);

    @Override public String name() { return "A9"; }

    @Override public int toll(String vehicle, boolean night) {
        return TOLLS.get(vehicle);
    }
}
