package org.example;

public class Page {
    String render() {
        StringBuilder out = new StringBuilder();
        for (Item item : new Items().findAll()) {
            out.append(item.name()).append(item.price());
        }
        return out.toString();
    }
}
