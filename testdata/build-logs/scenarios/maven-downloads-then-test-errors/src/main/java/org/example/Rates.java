package org.example;

import com.google.gson.Gson;
import java.util.Map;

public class Rates {
    private final Map<String, Double> rates;

    @SuppressWarnings("unchecked")
    public Rates(String json) {
        rates = new Gson().fromJson(json, Map.class);
    }

    public double convert(double amount, String currency) {
        return amount * rates.get(currency);
    }
}
