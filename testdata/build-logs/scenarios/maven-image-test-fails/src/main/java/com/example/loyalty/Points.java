package com.example.loyalty;

import java.util.logging.Logger;

public class Points {
    private static final Logger LOG = Logger.getLogger(Points.class.getName());

    public static int of(double amount, boolean gold) {
        if (amount < 0) {
            LOG.severe("Error: amount below zero: " + amount);
            throw new IllegalArgumentException("amount below zero");
        }
        return (int) (amount * (gold ? 2 : 1));
    }
}
