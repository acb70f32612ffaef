package org.example;

public class Tools {
}
