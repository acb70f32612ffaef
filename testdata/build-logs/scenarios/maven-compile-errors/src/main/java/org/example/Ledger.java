package org.example;

import java.util.List;
import org.apache.commons.lang3.StringUtils;

public class Ledger {
    public int total(List<Integer> entries) {
        String text = entries.size();
        return StringUtils.length(text);
    }
}
