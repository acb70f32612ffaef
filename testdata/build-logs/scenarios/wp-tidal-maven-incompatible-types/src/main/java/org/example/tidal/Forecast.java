package org.example.tidal;

import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class Forecast {
    private static final Logger LOG = LoggerFactory.getLogger(Forecast.class);
    private final List<Tide> tides;

    public Forecast(List<Tide> tides) { this.tides = tides; }

    public Tide highest() {
        Optional<Tide> top = tides.stream().max((a, b) -> Double.compare(a.height(), b.height()));
        LOG.info("highest of {}", tides.size());
        return top;
    }
}
