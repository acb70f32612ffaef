package com.example.invoice;

import java.util.List;

public class Invoice {
    public static int total(List<Integer> lines) {
        int t = 0;
        for (Integer i : lines) {
            if (i < 0) throw new IllegalArgumentException("negative line: " + i);
            t += i;
        }
        return t;
    }
}
