package org.example.tidal;

public record Tide(String port, double height) {}
