package com.example;

public record Order(int id) {
}
