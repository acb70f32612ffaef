package com.example;

public class Tariff {
    public int cents(int minutes) {
        if (minutes < 0) {
            throw new IllegalArgumentException("minutes: " + minutes);
        }
        return minutes <= 30 ? 0 : (minutes - 30) / 15 * 50;
    }
}
