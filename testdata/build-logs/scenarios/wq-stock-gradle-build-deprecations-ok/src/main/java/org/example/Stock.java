package org.example;

import java.util.*;
import org.slf4j.LoggerFactory;

public class Stock {
    private final Map items = new HashMap();

    public int parse(String text) {
        try {
            return new Integer(text);
        } catch (NumberFormatException e) {
            LoggerFactory.getLogger("stock").error("not a number", e);
            return -1;
        }
    }

    public void put(String name) { items.put(name, 1); }
}
