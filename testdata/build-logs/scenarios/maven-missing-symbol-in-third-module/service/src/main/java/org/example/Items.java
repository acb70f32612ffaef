package org.example;

import java.util.List;

public class Items {
    @Deprecated
    public List<Item> all() {
        return List.of(new Item("tea", 300));
    }
}
