package org.example;

public record Item(String name, long cents) {
}
