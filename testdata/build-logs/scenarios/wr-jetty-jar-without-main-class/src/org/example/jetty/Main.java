package org.example.jetty;

import java.util.*;

public class Main {
    public static void main(String[] args) {
        List raw = new ArrayList();
        raw.add("jetty 1.0");
        System.out.println(raw.get(0));
    }
}
