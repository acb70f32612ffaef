package org.example;

public class Day {
    public int number() { return 1; }
}
