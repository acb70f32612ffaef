package org.example.tolls;

public interface Road {
    String name();
    int toll(String vehicle);
}
