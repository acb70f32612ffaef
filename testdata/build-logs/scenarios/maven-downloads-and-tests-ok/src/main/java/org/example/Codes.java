package org.example;

import org.apache.commons.lang3.StringUtils;

public class Codes {
    public String pad(int code) {
        if (code < 0) {
            System.err.println("[ERROR] negative code " + code);
            throw new IllegalArgumentException("negative");
        }
        return StringUtils.leftPad(Integer.toString(code), 5, '0');
    }
}
