package org.example;

public class Retry {}
