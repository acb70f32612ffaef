package org.example.orders;

import java.math.BigDecimal;

public record Order(String customer, int count, BigDecimal price) {
    public Order {
        if (count < 1) throw new IllegalArgumentException("count: " + count);
    }
}
