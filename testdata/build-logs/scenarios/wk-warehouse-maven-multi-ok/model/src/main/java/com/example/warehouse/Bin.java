package com.example.warehouse;

public class Bin {
    private int n;
    public void put(int k) {
        if (k < 0) throw new IllegalStateException("cannot take " + -k + " of " + n);
        n += k;
    }
    public int count() { return n; }
}
