package org.example;

public class Ledger {
    public int sum(int a, int b) {
        return a + b;
    }
}
