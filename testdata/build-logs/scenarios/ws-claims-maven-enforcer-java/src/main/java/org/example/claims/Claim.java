package org.example.claims;

public record Claim(String id) {}
