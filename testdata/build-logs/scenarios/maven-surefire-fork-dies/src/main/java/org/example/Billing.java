package org.example;

public class Billing {
    public static void main(String[] args) {
        if (args.length == 0) {
            System.err.println("usage: billing FILE");
            System.exit(2);
        }
    }
}
