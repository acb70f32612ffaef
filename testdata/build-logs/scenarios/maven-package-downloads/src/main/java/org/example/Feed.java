package org.example;

import java.util.List;

public class Feed {
    @SuppressWarnings("deprecation")
    static Object read(String text) {
        try {
            return new com.google.gson.JsonParser().parse(text);
        } catch (RuntimeException e) {
            e.printStackTrace();
            return null;
        }
    }

    static List raw() { return List.of(new Integer(1)); }
}
