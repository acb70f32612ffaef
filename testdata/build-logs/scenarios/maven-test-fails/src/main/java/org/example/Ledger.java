package org.example;

public class Ledger {
    public static int cents(String amount) { return Integer.parseInt(amount.replace(".", "")); }
}
