package org.example;

public class Agent {}
