package org.example;

import java.util.*;

public class Writer {
    List raw = new ArrayList();

    public void add(int n) {
        raw.add(new Integer(n));
    }
}
