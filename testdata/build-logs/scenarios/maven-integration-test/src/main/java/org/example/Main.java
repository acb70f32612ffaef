package org.example;

import org.apache.commons.lang3.StringUtils;

public class Main {
    public static void main(String[] args) {
        System.out.println("self-test starts");
        System.out.println(StringUtils.capitalize("ready"));
    }
}
