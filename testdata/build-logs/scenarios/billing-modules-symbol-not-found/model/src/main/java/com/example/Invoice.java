package com.example;

public record Invoice(long id, long cents) {
}
