package com.example;

public final class Slug {
    private Slug() { }
    public static String of(String s) { return s.trim().toLowerCase().replace(' ', '_'); }
}
