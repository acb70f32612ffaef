package org.example;

public class Ledger { }
