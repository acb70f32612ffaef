package org.example;

public class Ledger {
    String title() { return StringUtils.capitalize("error"); }
}
