package org.example.turnstile;

public class Main {
    public static void main(String[] args) {
        System.out.println(new Gate().opens(args.length > 0 ? args[0] : ""));
    }
}
