package org.example;

public class Payments {
    public long fee(long cents) {
        return cents / 100;
    }
}
