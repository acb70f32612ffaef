package org.example.turnstile;

import org.apache.commons.lang3.StringUtils;

public class Gate {
    public boolean opens(String card) {
        return !StringUtils.isBlank(card) && new Cards().known(card);
    }
}
