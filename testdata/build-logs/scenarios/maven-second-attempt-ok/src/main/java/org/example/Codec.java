package org.example;

public class Codec {
    public static void main(String[] args) {
        System.err.println("error: 0, warnings: 0");
    }
}
