package org.example;

public class Core { public static String name() { return "core"; } }
