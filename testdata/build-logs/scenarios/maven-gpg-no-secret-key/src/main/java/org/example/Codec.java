package org.example;

public class Codec {}
