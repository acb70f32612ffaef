package org.example.orders;

import java.math.BigDecimal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Pricing {
    private static final Logger LOG = LoggerFactory.getLogger(Pricing.class);

    public BigDecimal total(Order order) {
        BigDecimal total = order.price().multiply(BigDecimal.valueOf(order.count()));
        if (order.count() > 10) {
            LOG.info("discount for {}", order.customer());
            total = total.multiply(new BigDecimal("0.95"));
        }
        return total;
    }

    public String customerInitial(Order order) {
        return order.customer().substring(0, 1);
    }
}
