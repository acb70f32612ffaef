package org.example;

public class Greeter {
    public String greet() { return "hello"; }
}
