package org.example;

public class Failure extends Exception {}
