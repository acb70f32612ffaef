package org.example;

import java.util.List;

public class App {
    private int unusedField = 3;

    public static String join(List<String> all) {
        String unusedLocal = "x";
        String s = "";
        for (String one : all) {
            s += one;
        }
        return s;
    }

    private void never() {
    }
}
