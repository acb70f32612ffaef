package org.example;

import org.apache.commons.lang3.StringUtils;

public class Texts {
    public String error(String text) {
        return StringUtils.capitalize(text);
    }
}
